import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type DatasetCard, datasetCardSchema } from '../../src/catalog/dataset-card.js';
import { homePlaces } from '../../src/catalog/home.js';
import { openPairList, openSplits } from '../../src/datasets/open-dataset.js';
import { contentDigest, sha256Of } from '../../src/files/digest.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';

const signature = (sample: string) =>
  `<biometric-signature name="${sample.split('/')[0]}"><presentation file-name="${sample}"/></biometric-signature>`;
const listOf = (...samples: string[]) =>
  `<biometric-signature-set>${samples.map(signature).join('')}</biometric-signature-set>`;

const LISTS = {
  'split1/gallery1.xml': listOf('Anna/1.jpg', 'Boris/1.jpg'),
  'split1/probe1.xml': listOf('Anna/2.jpg'),
  'split1/train1.xml': listOf('Cleo/1.jpg'),
};
const REST = { 'pairs.csv': 'a,b,mated\nAnna/1.jpg,Anna/2.jpg,1\n', 'split1/augment1.xml': 'not read' };

const catalog = await packagedCatalog();

/** A dataset that lies unpacked below a new home, with the protocols of `protocols`. */
function unpacked(files: Readonly<Record<string, string>>, protocols: object): { card: DatasetCard; home: string } {
  const home = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    const place = join(homePlaces(home).datasets, 'made-up', path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
  }
  const digests = Object.entries(files).map(([path, text]) => ({ path, sha256: sha256Of(text) }));
  const card = datasetCardSchema.parse({
    name: 'made-up',
    title: 'Made up',
    kind: 'lists',
    licence: { name: 'MIT', use: 'any' },
    consent: 'none needed',
    content: { files: digests.length, digest: contentDigest(digests) },
    layout: { reader: 'none' },
    protocols,
  });
  return { card, home };
}

const PROTOCOLS = {
  own: { type: 'pairs', format: 'csv', file: 'pairs.csv' },
  open: { type: 'splits', format: 'blufr' },
  typo: { type: 'splits', format: 'bluffer' },
};

describe('splits', () => {
  it('are read from the top of a dataset, with a digest of the lists alone', async () => {
    const { card, home } = unpacked({ ...LISTS, ...REST }, PROTOCOLS);
    const { splits, from, sha256 } = await openSplits(card, 'open', catalog, { home, offline: true });
    expect(splits).toEqual([
      {
        name: '1',
        gallery: [
          { sample: 'Anna/1.jpg', subject: 'Anna' },
          { sample: 'Boris/1.jpg', subject: 'Boris' },
        ],
        probes: [{ sample: 'Anna/2.jpg', subject: 'Anna' }],
        training: [{ sample: 'Cleo/1.jpg', subject: 'Cleo' }],
      },
    ]);
    expect(from).toBe('made-up');
    expect(sha256).toBe(contentDigest(Object.entries(LISTS).map(([path, text]) => ({ path, sha256: sha256Of(text) }))));
  });

  it.each(['lists/BLUFR', 'lists/BLUFR/'])('are read from the folder %s, and from no other', async (root) => {
    const below = Object.fromEntries(Object.entries(LISTS).map(([path, text]) => [`lists/BLUFR/${path}`, text]));
    const other = { 'lists/OTHER/split2/gallery2.xml': 'not read', 'split3/gallery3.xml': 'not read' };
    const { card, home } = unpacked({ ...below, ...other }, { open: { type: 'splits', format: 'blufr', root } });
    const { splits, from } = await openSplits(card, 'open', catalog, { home, offline: true });
    expect(splits.map(({ name, gallery }) => `${name}: ${gallery.length}`)).toEqual(['1: 2']);
    expect(from).toBe('made-up/lists/BLUFR');
  });

  it('are refused when a list is missing', async () => {
    const { 'split1/probe1.xml': _, ...rest } = LISTS;
    const missing = unpacked(rest, PROTOCOLS);
    await expect(openSplits(missing.card, 'open', catalog, { home: missing.home, offline: true })).rejects.toThrow(
      'made-up holds no split1/probe1.xml, which BLUFR has; import the list again.',
    );
  });
});

describe('names', () => {
  const { card, home } = unpacked({ ...LISTS, ...REST }, PROTOCOLS);
  const context = { home, offline: true };

  it('of pair lists and of splits are told apart', async () => {
    const { pairs } = await openPairList(card, 'own', catalog, context);
    expect(pairs).toEqual([{ a: 'Anna/1.jpg', b: 'Anna/2.jpg', mated: true }]);
    await expect(openPairList(card, 'open', catalog, context)).rejects.toThrow(
      '"open" of made-up is of the type splits, and pairs are wanted here; known: own.',
    );
    await expect(openSplits(card, 'own', catalog, context)).rejects.toThrow(
      '"own" of made-up is of the type pairs, and splits are wanted here; known: open, typo.',
    );
    await expect(openSplits({ ...card, protocols: {} }, 'own', catalog, context)).rejects.toThrow(
      'There is no list of splits of made-up named "own"; known: none.',
    );
  });

  it('that nobody has are met with one of the same kind', async () => {
    await expect(openPairList(card, 'opn', catalog, context)).rejects.toThrow(
      'There is no pair list of made-up named "opn"; did you mean "own"?',
    );
    await expect(openSplits(card, 'opn', catalog, context)).rejects.toThrow(
      'There is no list of splits of made-up named "opn"; did you mean "open"?',
    );
    await expect(openSplits(card, 'constructor', catalog, context)).rejects.toThrow('named "constructor"');
    await expect(openSplits(card, 'typo', catalog, context)).rejects.toThrow(
      'There is no splits format named "bluffer"; did you mean "blufr"?',
    );
  });
});
