import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { messageOf } from '../../src/files/errors.js';
import { fetchNpmFiles } from './fetch-npm-files.js';

const MODELS = [
  'faceplugin-feature',
  'faceplugin-detect',
  'faceplugin-landmark',
  'ppocr-v4-det',
  'ppocr-v4-rec',
  'face-api-recognition',
  'face-api-landmarks-68',
  'face-api-ssd-mobilenet',
  'face-api-tiny-face-detector',
];
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
    process.env.FALSEMATCH_NPM_FILES = await fetchNpmFiles(MODELS, [PHOTOS]);
  } catch (thrown) {
    process.stderr.write(`Tests on models and photos from npm are skipped: ${messageOf(thrown)}\n`);
  }
}
