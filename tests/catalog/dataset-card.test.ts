import { describe, expect, it } from 'vitest';
import { datasetCardSchema } from '../../src/catalog/dataset-card.js';
import { parseYaml } from '../../src/catalog/read-yaml.js';
import { packagedCatalog } from '../support/catalog.js';

const CARD = `name: made-up
title: Made up
kind: faces
licence: { name: MIT, use: any }
consent: none needed
content: { files: 0 }
layout: { reader: pictures }
protocols:
  own: `;

it('takes pair lists and splits', () => {
  const { protocols } = parseYaml(
    `${CARD}{ type: pairs, format: csv, file: p.csv }\n  open: { type: splits, format: blufr, dataset: lfw-blufr, root: BLUFR }\n`,
    'made-up.yaml',
    datasetCardSchema,
  );
  expect(protocols).toEqual({
    own: { type: 'pairs', format: 'csv', file: 'p.csv' },
    open: { type: 'splits', format: 'blufr', dataset: 'lfw-blufr', root: 'BLUFR' },
  });
});

it.each([
  ['{ type: splits, format: blufr, file: p.csv }', 'there is no field "protocols.own.file"'],
  ['{ type: pairs, format: csv }', '"protocols.own.file": expected string, found nothing'],
  ['{ type: pairs, format: csv, file: p.csv, root: x }', 'there is no field "protocols.own.root"'],
  ['{ type: lists, format: csv, file: p.csv }', 'made-up.yaml, line 9: "protocols.own.type"'],
  ['{ format: csv, file: p.csv }', 'made-up.yaml, line 9: "protocols.own.type"'],
])('refuses %s', (protocol, message) => {
  expect(() => parseYaml(`${CARD}${protocol}\n`, 'made-up.yaml', datasetCardSchema)).toThrow(message);
});

it('every packaging of LFW has the pairs of View 2 and the splits of BLUFR', async () => {
  const catalog = await packagedCatalog();
  for (const name of ['lfw', 'lfw-funneled', 'lfw-deepfunneled']) {
    expect(catalog.dataset(name).protocols).toEqual({
      view2: { type: 'pairs', format: 'lfw-view2', dataset: 'lfw-pairs', file: 'lfw-pairs.txt' },
      blufr: { type: 'splits', format: 'blufr', dataset: 'lfw-blufr', root: 'BLUFR' },
    });
  }
});

it('says how many files there are, unless it must be asked for', async () => {
  const card = (text: string) => parseYaml(text, 'made-up.yaml', datasetCardSchema);
  const text = CARD.replace('content: { files: 0 }\n', '').replace('protocols:\n  own: ', '');
  expect(() => card(text)).toThrow('"content": expected the number of files');
  expect(card(`${text}access: { ask: "https://example.org", terms: none }\n`).content).toBeUndefined();
  expect(() => card(`${text}access: { ask: "https://example.org" }\n`)).toThrow('access.terms');
  for (const { access, files, content } of (await packagedCatalog()).datasets.values()) {
    // What nobody can fetch is pinned by nothing, and no digest is made up for it.
    if (access) expect([files, content?.digest]).toEqual([[], undefined]);
  }
});

describe('the pixels per metre', () => {
  const card = (fields: string) =>
    parseYaml(`${CARD}{ type: pairs, format: csv, file: p.csv }\n${fields}\n`, 'made-up.yaml', datasetCardSchema);

  it('are of all pictures, or by how wide a plate is', () => {
    expect(card('pixelDensity: { perMetre: 684, by: eyes }').pixelDensity).toEqual({ perMetre: 684, by: 'eyes' });
    expect(card('plateWidth: 0.52').plateWidth).toBe(0.52);
    const widths = { by: 'country', metres: { eu: 0.52 } };
    expect(card('plateWidth: { by: country, metres: { eu: 0.52 } }').plateWidth).toEqual(widths);
    expect(card('')).not.toHaveProperty('pixelDensity');
  });

  it.each([
    ['pixelDensity: { perMetre: 684 }', 'pixelDensity.by'],
    ['pixelDensity: { perMetre: 0, by: eyes }', 'pixelDensity.perMetre'],
    ['pixelDensity: 684', 'pixelDensity'],
    ['pixelDensity: { perMetre: 684, by: eyes, at: eyes }', 'pixelDensity.at'],
    ['plateWidth: 0', 'plateWidth'],
    ['plateWidth: { by: country }', 'plateWidth'],
    ['plateWidth: { by: country, metres: { eu: -1 } }', 'plateWidth'],
    ['plateWidth: wide', 'plateWidth'],
  ])('are not %s', (fields, message) => {
    expect(() => card(fields)).toThrow(message);
  });

  it('are known of the packaged faces and plates that go through conditions', async () => {
    const catalog = await packagedCatalog();
    for (const name of ['lfw', 'lfw-funneled', 'lfw-deepfunneled']) {
      expect(catalog.dataset(name).pixelDensity?.perMetre).toBeGreaterThan(100);
    }
    for (const name of ['openalpr-endtoend-eu', 'openalpr-endtoend-us', 'synthetic-plates']) {
      expect(catalog.dataset(name).plateWidth).toBeDefined();
    }
  });
});
