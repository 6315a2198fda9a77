import { expect, it } from 'vitest';
import type { Dataset } from '../../src/datasets/open-dataset.js';
import { withAttributes } from '../../src/datasets/with-attributes.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';
import { mirrorFile } from '../support/mirror.js';

const mirror = mirrorFile('lfw-gender.tgz') ? process.env.FALSEMATCH_MIRROR : undefined;
const catalog = await packagedCatalog();
const context = { home: temporaryFolder(), offline: true, ...(mirror ? { mirror } : {}) };

/** Seven pictures of LFW, none of them on this machine. */
const lfw: Dataset = {
  card: catalog.dataset('lfw'),
  digest: '0'.repeat(64),
  folder: '/x',
  samples: [
    ['Ai_Sugiyama', 1],
    ['Claudia_Coslovich', 1],
    ['Robert_Evans', 1],
    ['Tara_Kirk', 1],
    ['Yasser_Arafat', 4],
    ['Yasser_Arafat', 5],
    ['Zico', 1],
  ].map(([subject, number]) => ({
    id: `${subject}/${subject}_${String(number).padStart(4, '0')}.jpg`,
    subject: String(subject),
    attributes: {},
  })),
};

it.skipIf(!mirror)('the published gender lists: five pictures in both, four in none, the rest in one', async () => {
  const { samples, attributeLists } = await withAttributes(lfw, ['gender'], catalog, context);
  expect(samples.map(({ attributes }) => attributes.gender)).toEqual([
    'female',
    'unknown',
    undefined,
    undefined,
    'male',
    undefined,
    'male',
  ]);
  expect(attributeLists).toEqual([
    {
      dataset: 'lfw-gender',
      digest: '24dc7bfeb53e0a2e0c5ef926c2aa4667675b64d5ec7179e64e124f65b7965c1f',
      provides: ['gender'],
      by: expect.stringContaining('looked at the pictures'),
      samples: 3,
      // 13,234 lines, five of them for a second time; five are of the pictures above, one of them twice.
      ignored: { malformed: 0, absent: 13_229, contradictory: 1 },
    },
  ]);
});

it.skipIf(!mirror)('reads a list once, however many tasks want it', async () => {
  const once = await withAttributes(lfw, ['gender'], catalog, context);
  expect(await withAttributes(once, ['gender'], catalog, context)).toEqual(once);
});

it('obtains no list that nobody asks for', async () => {
  expect(await withAttributes(lfw, [], catalog, { home: temporaryFolder(), offline: true })).toBe(lfw);
});

it('refuses what nothing gives, with what there is', async () => {
  await expect(withAttributes(lfw, ['ethnicity'], catalog, context)).rejects.toThrow(
    'There is no attribute of lfw named "ethnicity"; known: gender.',
  );
});
