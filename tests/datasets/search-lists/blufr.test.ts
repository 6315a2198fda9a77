import { expect, it } from 'vitest';
import { openSplits } from '../../../src/datasets/open-dataset.js';
import { blufr } from '../../../src/datasets/search-lists/blufr.js';
import { splitsFormat } from '../../../src/datasets/search-lists/splits-formats.js';
import { packagedCatalog, temporaryFolder } from '../../support/catalog.js';
import { mirrorFile } from '../../support/mirror.js';

const listOf = (...samples: string[]) =>
  `<biometric-signature-set>${samples
    .map(
      (sample) =>
        `<biometric-signature name="${sample.split('/')[0]}"><presentation file-name="${sample}"/></biometric-signature>`,
    )
    .join('\n')}</biometric-signature-set>`;

const FILES: Readonly<Record<string, string>> = {
  'split1/gallery1.xml': listOf('Anna/1.jpg', 'Boris/2.jpg'),
  'split1/probe1.xml': listOf('Anna/2.jpg', 'Cleo/1.jpg'),
  'split1/train1.xml': listOf('Dora/1.jpg'),
  'split2/gallery2.xml': listOf('Dora/1.jpg'),
  'split2/probe2.xml': listOf('Dora/2.jpg', 'Anna/1.jpg'),
  'split2/train2.xml': listOf('Cleo/1.jpg'),
};

const read = (change: Readonly<Record<string, string | undefined>>) => {
  const texts = Object.entries({ ...FILES, ...change }).flatMap(([path, text]): [string, string][] =>
    text === undefined ? [] : [[path, text]],
  );
  return blufr.read(new Map(texts), 'lists/BLUFR');
};

it('reads gallery, probes and training of every split', () => {
  expect(read({})).toEqual([
    {
      name: '1',
      gallery: [
        { sample: 'Anna/1.jpg', subject: 'Anna' },
        { sample: 'Boris/2.jpg', subject: 'Boris' },
      ],
      probes: [
        { sample: 'Anna/2.jpg', subject: 'Anna' },
        { sample: 'Cleo/1.jpg', subject: 'Cleo' },
      ],
      training: [{ sample: 'Dora/1.jpg', subject: 'Dora' }],
    },
    {
      name: '2',
      gallery: [{ sample: 'Dora/1.jpg', subject: 'Dora' }],
      probes: [
        { sample: 'Dora/2.jpg', subject: 'Dora' },
        { sample: 'Anna/1.jpg', subject: 'Anna' },
      ],
      training: [{ sample: 'Cleo/1.jpg', subject: 'Cleo' }],
    },
  ]);
});

it('wants gallery, probe and train of every split, and nothing else', () => {
  expect(Object.keys(FILES).every(blufr.reads)).toBe(true);
  expect(blufr.reads('split10/probe10.xml')).toBe(true);
  for (const path of ['split1/augment1.xml', 'split1/probe2.xml', 'split0/probe0.xml', 'probe1.xml', 'README.md']) {
    expect(`${path} ${blufr.reads(path)}`).toBe(`${path} false`);
  }
});

it.each([
  [{ 'split1/probe1.xml': undefined }, 'lists/BLUFR holds no split1/probe1.xml, which BLUFR has; import the list'],
  [{ 'split2/train2.xml': undefined }, 'lists/BLUFR holds no split2/train2.xml'],
  [{ 'split4/train4.xml': listOf('Cleo/1.jpg') }, 'lists/BLUFR holds no split3/gallery3.xml'],
  [Object.fromEntries(Object.keys(FILES).map((path) => [path, undefined])), 'lists/BLUFR holds no split1/gallery1.xml'],
  [{ 'split2/probe2.xml': '<biometric-signature-set>' }, 'lists/BLUFR/split2/probe2.xml, line 1: this is not XML'],
  [
    { 'split1/probe1.xml': listOf('Anna/2.jpg', 'Cleo/1.jpg', 'Anna/2.jpg') },
    'lists/BLUFR/split1/probe1.xml, entry 3: the sample "Anna/2.jpg" is already in split1/probe1.xml, entry 1; remove one',
  ],
  [
    { 'split1/probe1.xml': listOf('Anna/2.jpg', 'Boris/2.jpg') },
    'lists/BLUFR/split1/probe1.xml, entry 2: the sample "Boris/2.jpg" is already in split1/gallery1.xml, entry 2',
  ],
  [
    { 'split2/train2.xml': listOf('Anna/1.jpg') },
    'lists/BLUFR/split2/train2.xml, entry 1: the sample "Anna/1.jpg" is already in split2/probe2.xml, entry 2',
  ],
  [
    { 'split2/probe2.xml': listOf('Dora/2.jpg', 'Dora/3.jpg') },
    'lists/BLUFR/split2: every entry of gallery2.xml and probe2.xml is of the subject "Dora", and a search needs two',
  ],
])('refuses %j', (change, message) => {
  expect(() => read(change)).toThrow(message);
});

it('is the format of that name', () => {
  expect(splitsFormat('blufr')).toBe(blufr);
  expect(() => splitsFormat('bluffer')).toThrow('There is no splits format named "bluffer"; did you mean "blufr"?');
  expect(() => splitsFormat('constructor')).toThrow('There is no splits format named "constructor"');
});

const mirror = mirrorFile('lfw-blufr.tgz') ? process.env.FALSEMATCH_MIRROR : undefined;

it.skipIf(!mirror)('reads the published lists, which have the sizes that their authors give', async () => {
  const catalog = await packagedCatalog();
  const context = { home: temporaryFolder(), offline: true, mirror: mirror ?? '' };
  const { splits, from, sha256 } = await openSplits(catalog.dataset('lfw-deepfunneled'), 'blufr', catalog, context);
  expect(from).toBe('lfw-blufr/BLUFR');
  expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(splits.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  const totals = { samples: 0, subjects: 0, mated: 0, nonMated: 0, matedProbes: 0, nonMatedProbes: 0, training: 0 };
  for (const { gallery, probes, training } of splits) {
    const test = [...gallery, ...probes];
    const enrolled = new Set(gallery.map(({ subject }) => subject));
    const counts = new Map<string, number>();
    for (const { subject } of test) counts.set(subject, (counts.get(subject) ?? 0) + 1);
    const trained = new Set(training.map(({ subject }) => subject));
    expect([gallery.length, enrolled.size, counts.size, trained.size]).toEqual([1000, 1000, 4249, 1500]);
    // Every picture of LFW stands in one of the three lists, and every person either in the training list or in the test.
    expect(new Set([...test, ...training].map(({ sample }) => sample)).size).toBe(13_233);
    expect([...trained].filter((subject) => counts.has(subject))).toEqual([]);
    expect([...test, ...training].every(({ sample, subject }) => sample.startsWith(`${subject}/${subject}_`))).toBe(
      true,
    );
    const mated = [...counts.values()].reduce((sum, own) => sum + (own * (own - 1)) / 2, 0);
    const matedProbes = probes.filter(({ subject }) => enrolled.has(subject)).length;
    totals.samples += test.length;
    totals.subjects += counts.size;
    totals.mated += mated;
    totals.nonMated += (test.length * (test.length - 1)) / 2 - mated;
    totals.matedProbes += matedProbes;
    totals.nonMatedProbes += probes.length - matedProbes;
    totals.training += training.length;
  }
  // Of ten splits. Published means: 9,708 samples of 4,249 subjects; 156,915 mated comparisons; 4,350 mated probes and
  // 4,357 non-mated ones; 3,524 training samples. The published 46,960,863 non-mated comparisons are not the mean of the
  // splits but what the mean number of samples gives: 9,708 * 9,707 / 2 - 156,915.
  expect(totals).toEqual({
    samples: 97_083,
    subjects: 42_490,
    mated: 1_569_154,
    nonMated: 470_035_651,
    matedProbes: 43_506,
    nonMatedProbes: 43_577,
    training: 35_247,
  });
  expect((9708 * 9707) / 2 - 156_915).toBe(46_960_863);
});
