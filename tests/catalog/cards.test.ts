import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { modelFiles } from '../../src/catalog/check.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { sha256OfFile } from '../../src/files/digest.js';
import { mirrorFile } from '../support/mirror.js';

const catalog = await loadCatalog({ home: tmpdir() });
const files = [
  ...[...catalog.models.values()].flatMap(modelFiles),
  ...[...catalog.datasets.values()].flatMap((card) => card.files),
];

it('has the models and datasets that the suites need', () => {
  expect([...catalog.models.keys()]).toEqual(
    expect.arrayContaining([
      'scrfd-500m',
      'yunet-2026may',
      'mobilefacenet-y1',
      'faceplugin-feature',
      'buffalo_l',
      'sface',
      'ppocr-v4-rec',
    ]),
  );
  expect([...catalog.datasets.keys()].sort()).toEqual([
    'agedb',
    'agedb-30-pack',
    'calfw',
    'calfw-pack',
    'cfp',
    'cfp-fp-pack',
    'cplfw',
    'cplfw-pack',
    'face-api-group-photos',
    'face-research-lab-london-320',
    'ijb-b',
    'ijb-c',
    'lfw',
    'lfw-blufr',
    'lfw-deepfunneled',
    'lfw-funneled',
    'lfw-gender',
    'lfw-pack',
    'lfw-pairs',
    'megaface-distractors',
    'openalpr-endtoend-eu',
    'openalpr-endtoend-eu-us',
    'openalpr-endtoend-us',
    'rfw',
    'scface',
    'synthetic-plates',
    'synthetic-plates-tuning',
    'tinyface',
  ]);
});

it('pins one SHA-256 for one file name, so that a mirror can hold them all', () => {
  const pins = new Map<string, Set<string>>();
  for (const { name, sha256 } of files) pins.set(name, (pins.get(name) ?? new Set()).add(sha256));
  expect([...pins].filter(([, sums]) => sums.size > 1)).toEqual([]);
});

it('gives published accuracies as fractions, with their source', () => {
  for (const { value, source } of [...catalog.models.values()].flatMap((card) => card.published)) {
    expect(value).toBeGreaterThan(0.5);
    expect(value).toBeLessThanOrEqual(1);
    expect(source).not.toBe('');
  }
  expect(catalog.model('mobilefacenet-y1').published[0]).toMatchObject({
    metric: 'accuracy-10fold',
    dataset: 'lfw',
    value: 0.995,
  });
});

const here = [...new Map(files.map((file) => [file.name, file])).values()].flatMap((file) => {
  const path = mirrorFile(file.name);
  return path ? [{ name: file.name, sha256: file.sha256, path }] : [];
});

it.skipIf(here.length === 0)('agrees with every file of the mirror', async () => {
  for (const { name, sha256, path } of here) expect(`${name} ${await sha256OfFile(path)}`).toBe(`${name} ${sha256}`);
});
