import { expect, it } from 'vitest';
import { erratumSchema } from '../../src/catalog/dataset-card.js';
import { errataOf } from '../../src/datasets/errata.js';
import { packagedCatalog } from '../support/catalog.js';

const catalog = await packagedCatalog();
const card = catalog.dataset('lfw');

it('makes a line of each wrong label and of each two names that belong together', () => {
  const errata = [
    { kind: 'wrong-label', samples: ['x', 'y'], source: 's' },
    { kind: 'same-person', subjects: ['p', 'q', 'r'], source: 's', note: 'n' },
    { kind: 'duplicate', samples: ['u', 'v'], source: 't' },
  ].map((entry) => erratumSchema.parse(entry));
  expect(errataOf({ ...card, errata }, catalog)).toEqual([
    { kind: 'wrong-label', a: 'x', b: '', source: 's' },
    { kind: 'wrong-label', a: 'y', b: '', source: 's' },
    { kind: 'same-person', a: 'p', b: 'q', source: 's' },
    { kind: 'same-person', a: 'p', b: 'r', source: 's' },
    { kind: 'same-person', a: 'q', b: 'r', source: 's' },
    { kind: 'duplicate', a: 'u', b: 'v', source: 't' },
  ]);
});

it('the three cards of LFW have one list, and one floor', () => {
  const errata = errataOf(card, catalog);
  expect(errata).toHaveLength(12);
  for (const name of ['lfw-funneled', 'lfw-deepfunneled']) {
    expect(errataOf(catalog.dataset(name), catalog)).toEqual(errata);
    expect(catalog.dataset(name).labelFloor).toEqual(card.labelFloor);
  }
  expect(card.labelFloor?.fmr).toBe(1e-5);
});

it('refuses an erratum without a source, and one that names a single picture as a duplicate', () => {
  expect(() => erratumSchema.parse({ kind: 'wrong-label', samples: ['x'] })).toThrow();
  expect(() => erratumSchema.parse({ kind: 'duplicate', samples: ['x'], source: 's' })).toThrow();
});
