import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { packagedNames, packagedPath } from '../../src/catalog/packaged-yaml.js';
import { temporaryFolder } from '../support/catalog.js';

const SUITES = { folder: 'suites', what: 'suite', file: 'suite file' };

it('finds files of the package by name, and leaves a path as it is', async () => {
  expect(await packagedNames(SUITES)).toContain('quickstart');
  const path = await packagedPath('quickstart', SUITES);
  expect(basename(path)).toBe('quickstart.yaml');
  expect(await packagedPath(path, SUITES)).toBe(path);
});

it('names the nearest one, and a path where nothing is', async () => {
  await expect(packagedPath('quickstrat', SUITES)).rejects.toThrow(
    'There is no suite named "quickstrat"; did you mean "quickstart"?',
  );
  await expect(packagedPath('none.yaml', SUITES)).rejects.toThrow(
    'The suite file none.yaml does not exist; check the path.',
  );
  await expect(packagedPath('quickstrat.yaml', SUITES)).rejects.toThrow(
    'The suite file quickstrat.yaml does not exist; did you mean "quickstart"?',
  );
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'my-suite.yaml'), '');
  await expect(packagedPath(join(folder, 'my-siute.yml'), SUITES)).rejects.toThrow(
    `did you mean "${join(folder, 'my-suite.yaml')}"?`,
  );
});
