import { describe, expect, it } from 'vitest';
import { measureTask, prepareTask } from '../../../src/benchmark/measure-task.js';
import type { FaceTask } from '../../../src/benchmark/protocols/protocol.js';
import { taskSchema } from '../../../src/benchmark/suite.js';
import { datasetCardSchema } from '../../../src/catalog/dataset-card.js';
import type { Dataset, PairList, Splits } from '../../../src/datasets/open-dataset.js';
import type { Sample } from '../../../src/datasets/sample.js';
import { compoundDataset } from '../../../src/datasets/template-sets.js';
import type { ExtractedFace, Extraction } from '../../../src/extraction/extraction.js';
import { madeUpDataset, unitTemplatesOf } from '../../support/made-up-dataset.js';

/** Three templates of two people: one of a still and a video of two frames, one of a still, one of two stills. */
const MEMBERS: readonly (readonly [string, string, string, string])[] = [
  ['1.jpg', 'ann', 't1', 'm1'],
  ['2.jpg', 'ann', 't1', 'm2'],
  ['3.jpg', 'ann', 't1', 'm2'],
  ['4.jpg', 'ann', 't2', 'm3'],
  ['5.jpg', 'bo', 't3', 'm4'],
  ['6.jpg', 'bo', 't3', 'm5'],
];
const SAMPLES: Sample[] = MEMBERS.map(([id, subject, template, medium]) => ({
  id,
  path: `/x/${id}`,
  sha256: id.padEnd(64, '0'),
  subject,
  attributes: { template, medium, gender: 'unsaid' },
}));
const TEMPLATES = { by: 'template', media: 'medium' };

function ijbLike(samples: readonly Sample[] = SAMPLES): Dataset {
  const dataset = madeUpDataset('ijb', samples);
  return { ...dataset, card: datasetCardSchema.parse({ ...dataset.card, templates: TEMPLATES }) };
}

const MODEL = unitTemplatesOf(SAMPLES, { apart: 1 });
const FAILED: Extraction = { state: 'failed', reason: 'no-face', detail: '' };
const face = (id: string, score = 1, norm = 1): ExtractedFace => ({
  box: [0, 0, 10, 10],
  points: [],
  score,
  quality: { size: 4, sharpness: 100, brightness: 0.2, norm },
  template: MODEL.get(id) ?? new Float32Array(),
});
const ok = (one: ExtractedFace): Extraction => ({ state: 'ok', faces: [one] });

/** The sum of templates with these shares, at unit length. */
function mean(shares: Readonly<Record<string, number>>): Float64Array {
  const sum = new Float64Array(MODEL.get('1.jpg')?.length ?? 0);
  for (const [id, share] of Object.entries(shares))
    for (const [k, value] of (MODEL.get(id) ?? []).entries()) sum[k] = (sum[k] ?? 0) + share * value;
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);

const noList = () => Promise.reject(new Error('no list is wanted'));
const PAIRS: PairList = {
  from: 'ijb/meta',
  sha256: 'a'.repeat(64),
  pairs: [
    { a: 't1', b: 't2', mated: true },
    { a: 't1', b: 't3', mated: false },
    { a: 't2', b: 't9', mated: false },
  ],
};

async function prepared(fields: object, dataset = ijbLike()): Promise<FaceTask> {
  const splits: Splits = {
    from: 'ijb/meta',
    sha256: 'b'.repeat(64),
    splits: [
      {
        name: 'G1',
        gallery: [{ sample: 't2', subject: 'ann' }],
        probes: [
          { sample: 't1', subject: 'ann' },
          { sample: 't3', subject: 'bo' },
        ],
        training: [],
      },
      {
        name: 'G2',
        gallery: [{ sample: 't2', subject: 'ann' }],
        probes: [
          { sample: 't1', subject: 'ann' },
          { sample: 't3', subject: 'bo' },
        ],
        training: [],
      },
    ],
  };
  const task = await prepareTask(taskSchema.parse({ id: 'x', data: 'd', at: ['1e-1'], ...fields }), dataset, {
    seed: 1,
    readList: async () => PAIRS,
    readSplits: async () => splits,
    openOther: noList,
  });
  if ('readings' in task) throw new Error('it is about faces');
  return task;
}

async function scores(task: FaceTask, extraction: (id: string) => Extraction) {
  const { comparisons, samples, leftOut } = await measureTask(
    task,
    task.samples.map(({ id }) => extraction(id)),
    { workers: 1 },
  );
  return { comparisons: comparisons.map(({ a, b, score, failure }) => [a, b, score, failure]), samples, leftOut };
}

describe('templates of several samples', () => {
  it('are the mean of their media, each the mean of its pictures', async () => {
    const task = await prepared({ protocol: 'pairs', pairs: 'eleven' });
    expect(task.samples.map(({ id }) => id)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg', 't9']);
    expect(task.record).toMatchObject({
      pairs: 'ijb/meta',
      comparisons: 3,
      fusion: { templates: 3, media: 5, samples: 6, weight: 'plain' },
    });
    expect(task.tables.templates).toEqual([
      { template: 't1', subject: 'ann', pictures: 3 },
      { template: 't2', subject: 'ann', pictures: 1 },
      { template: 't3', subject: 'bo', pictures: 2 },
    ]);
    const { comparisons, samples, leftOut } = await scores(task, (id) => (id === 't9' ? FAILED : ok(face(id))));
    // The dataset has no t9: that is a template that failed, and no picture.
    expect(leftOut).toEqual([]);
    const t1 = mean({ '1.jpg': 1, '2.jpg': 0.5, '3.jpg': 0.5 });
    const [t2, t3] = [mean({ '4.jpg': 1 }), mean({ '5.jpg': 1, '6.jpg': 1 })];
    expect(comparisons).toEqual([
      ['t1', 't2', expect.closeTo(dot(t1, t2), 5), ''],
      ['t1', 't3', expect.closeTo(dot(t1, t3), 5), ''],
      ['t2', 't9', undefined, 'b:no-face'],
    ]);
    expect(samples.map(({ sample, subject, failure }) => [sample, subject, failure])).toEqual([
      ['t1', 'ann', ''],
      ['t2', 'ann', ''],
      ['t3', 'bo', ''],
      ['t9', '', 'no-face'],
    ]);
  });

  it('leave failed pictures out, and fail when all of them do', async () => {
    const task = await prepared({ protocol: 'pairs', pairs: 'eleven' });
    const failing = ['2.jpg', '5.jpg', '6.jpg', 't9'];
    const { comparisons, leftOut } = await scores(task, (id) => (failing.includes(id) ? FAILED : ok(face(id))));
    expect(leftOut).toEqual([
      { template: 't1', picture: '2.jpg', failure: 'no-face' },
      { template: 't3', picture: '5.jpg', failure: 'no-face' },
      { template: 't3', picture: '6.jpg', failure: 'no-face' },
    ]);
    const t1 = mean({ '1.jpg': 1, '3.jpg': 1 });
    expect(comparisons).toEqual([
      ['t1', 't2', expect.closeTo(dot(t1, mean({ '4.jpg': 1 })), 5), ''],
      ['t1', 't3', undefined, 'b:no-face'],
      ['t2', 't9', undefined, 'b:no-face'],
    ]);
  });

  it.each([
    ['score', { '1.jpg': 0.9, '2.jpg': 0.4, '3.jpg': 0.1 }],
    ['score-norm', { '1.jpg': 0.9 * 20, '2.jpg': 0.4 * 20, '3.jpg': 0.1 * 20 * 2 }],
  ])('count by %s where the suite says so', async (fusion, shares) => {
    const task = await prepared({ protocol: 'pairs', pairs: 'eleven', fusion });
    expect(task.record.fusion?.weight).toBe(fusion);
    const seen: Record<string, ExtractedFace> = {
      '1.jpg': face('1.jpg', 0.9, 20),
      '2.jpg': face('2.jpg', 0.8, 20),
      '3.jpg': face('3.jpg', 0.2, 40),
    };
    const { comparisons } = await scores(task, (id) => (id === 't9' ? FAILED : ok(seen[id] ?? face(id))));
    expect(comparisons[0]?.[2]).toBeCloseTo(dot(mean(shares), mean({ '4.jpg': 1 })), 5);
  });

  it('are enrolled and searched for as one', async () => {
    const task = await prepared({ protocol: 'search', search: 'one-n' });
    expect(task.samples.map(({ id }) => id)).toEqual(['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg', '6.jpg']);
    const extractions = task.samples.map(({ id }) => (id === '2.jpg' ? FAILED : ok(face(id))));
    const { searches, samples, leftOut } = await measureTask(task, extractions, { workers: 1 });
    expect(samples).toHaveLength(3);
    expect(leftOut).toEqual([{ template: 't1', picture: '2.jpg', failure: 'no-face' }]);
    const t1 = mean({ '1.jpg': 1, '3.jpg': 1 });
    expect(searches?.lists[0]?.score[0]).toBeCloseTo(dot(t1, mean({ '4.jpg': 1 })), 5);
    expect(searches?.lists[0]?.rank[0]).toBe(1);
  });

  it('are compared each with each', async () => {
    const task = await prepared({ protocol: 'all-pairs' });
    expect(task.record).toMatchObject({ comparisons: 3, fusion: { templates: 3 } });
    const { allPairs, leftOut } = await measureTask(
      task,
      task.samples.map(({ id }) => ok(face(id))),
      { workers: 1 },
    );
    expect(leftOut).toEqual([]);
    const t1 = mean({ '1.jpg': 1, '2.jpg': 0.5, '3.jpg': 0.5 });
    expect(Array.from(allPairs?.mated ?? [])).toEqual([expect.closeTo(dot(t1, mean({ '4.jpg': 1 })), 5)]);
  });

  it('go through conditions picture by picture', async () => {
    const condition = {
      name: 'small',
      title: 'Small',
      side: 'both',
      of: 'x',
      thresholdsFrom: 'x',
      steps: [{ step: 'jpeg', quality: 20 }],
    };
    const task = await prepareTask(
      {
        ...taskSchema.parse({ id: 'x.small', protocol: 'pairs', data: 'd', at: ['1e-1'], pairs: 'eleven' }),
        condition,
      } as never,
      ijbLike(),
      { seed: 1, readList: async () => PAIRS, readSplits: noList, openOther: noList },
    );
    expect(task.samples.slice(0, 2)).toEqual([
      expect.objectContaining({ id: '1.jpg', path: '/x/1.jpg', condition: { steps: condition.steps, seed: 1 } }),
      expect.objectContaining({ id: '2.jpg', path: '/x/2.jpg', condition: { steps: condition.steps, seed: 1 } }),
    ]);
  });
});

it('says of a template what its samples say alike', () => {
  const { dataset } = compoundDataset(ijbLike(), TEMPLATES);
  expect(dataset.samples).toEqual([
    { id: 't1', subject: 'ann', attributes: { template: 't1', gender: 'unsaid' } },
    { id: 't2', subject: 'ann', attributes: { template: 't2', medium: 'm3', gender: 'unsaid' } },
    { id: 't3', subject: 'bo', attributes: { template: 't3', gender: 'unsaid' } },
  ]);
});

it.each([
  [
    [{ ...SAMPLES[0], attributes: { template: 't1' } }],
    'ijb: 1.jpg has no "medium", by which its card puts samples together',
  ],
  [
    [...SAMPLES, { ...SAMPLES[0], id: '7.jpg', subject: 'bo' }],
    'ijb: the template t1 is made of 1.jpg of subject ann and 7.jpg of bo',
  ],
])('refuses samples that make no templates', (samples, message) => {
  expect(() => compoundDataset(ijbLike(samples as Sample[]), TEMPLATES)).toThrow(message);
});

it('refuses a fusion of a dataset without templates', async () => {
  await expect(
    prepared({ protocol: 'pairs', pairs: 'eleven', fusion: 'score' }, madeUpDataset('plain', SAMPLES)),
  ).rejects.toThrow('Task x: "fusion" is about templates of several samples, and the card of plain has no "templates"');
});

it('a part of a list is told as such', async () => {
  const task = await prepared({ protocol: 'pairs', pairs: { from: 'eleven', nonMated: 1 } });
  expect(task.record).toMatchObject({
    pairs: 'ijb/meta, of it with seed 1 all mated and at most 1 non-mated',
    pairsSha256: 'a'.repeat(64),
    comparisons: 2,
  });
});

it('pairs between references and probes are told as such', async () => {
  const samples = SAMPLES.map((sample, k) => ({ ...sample, attributes: { kind: k % 2 === 0 ? 'mugshot' : 'camera' } }));
  const drawn = { mated: 10, nonMated: 20, references: { kind: 'mugshot' }, probes: { kind: 'camera' } };
  const task = await prepared({ protocol: 'pairs', pairs: drawn }, madeUpDataset('plain', samples));
  expect(task.record).toEqual({
    pairs: 'drawn from the subjects with seed 1: at most 10 mated and 20 non-mated of kind mugshot with kind camera',
    comparisons: 9,
  });
});
