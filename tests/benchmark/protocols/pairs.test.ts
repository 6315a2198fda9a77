import { describe, expect, it } from 'vitest';
import type { SeeThrough } from '../../../src/benchmark/conditions/see-through.js';
import { preparePairs, type ThroughCondition } from '../../../src/benchmark/protocols/pairs.js';
import { toExtract } from '../../../src/benchmark/protocols/to-extract.js';
import type { Sample } from '../../../src/datasets/sample.js';
import type { Extraction, FailureReason } from '../../../src/extraction/extraction.js';
import { madeUpDataset } from '../../support/made-up-dataset.js';

const sample = (id: string): Sample => ({
  id,
  path: `/x/${id}`,
  sha256: id.replace('/', '').padEnd(64, '0'),
  subject: id.slice(0, 1),
  attributes: {},
});
const dataset = madeUpDataset('made-up', ['a/1', 'a/2', 'b/1', 'b/2'].map(sample));
/** "a/2" is on both sides, and "c/9" is not in the dataset. */
const PAIRS = [
  { a: 'a/1', b: 'a/2', mated: true },
  { a: 'a/2', b: 'b/1', mated: false },
  { a: 'b/2', b: 'b/1', mated: true },
  { a: 'b/2', b: 'c/9', mated: false },
];
const CONDITION = { steps: [{ step: 'jpeg', quality: 20 }], seed: 1 };
const see: SeeThrough = (one) => ({ ...toExtract(one), condition: CONDITION });
const prepare = (own: Partial<ThroughCondition> = {}) =>
  preparePairs(dataset, PAIRS, { pairs: 'list' }, {}, { side: 'probe', see, quality: true, ...own });

/** The template says of which sample it is, and whether it went through the condition. */
function extractionsOf(
  samples: ReturnType<typeof prepare>['samples'],
  failing: Readonly<Record<string, FailureReason>> = {},
): Extraction[] {
  return samples.map(({ id, condition }, k): Extraction => {
    const reason = failing[condition ? `${id}*` : id];
    if (reason) return { state: 'failed', reason, detail: '' };
    const quality = { size: k + 1, sharpness: 100, brightness: 0.2, norm: 20 };
    const template = Float32Array.of(['a/1', 'a/2', 'b/1', 'b/2', 'c/9'].indexOf(id), condition ? 1 : 0);
    return { state: 'ok', faces: [{ box: [0, 0, 9, 9], score: 0.9, points: [], quality, template }] };
  });
}
const named = ({ id, condition }: { readonly id: string; readonly condition?: object }) => (condition ? `${id}*` : id);

describe('pairs through a condition', () => {
  it('see the second side, each picture once, and take the first as published', () => {
    const { samples, record } = prepare();
    expect(samples.map(named)).toEqual(['a/2*', 'b/1*', 'c/9*', 'a/1', 'a/2', 'b/2']);
    expect(samples[0]).toEqual({ ...toExtract(sample('a/2')), condition: CONDITION });
    expect(samples[2]).toEqual({ id: 'c/9', condition: CONDITION });
    expect(record).toEqual({ pairs: 'list', comparisons: 4 });
  });

  it('compare a reference as published with a probe through the condition', () => {
    const prepared = prepare();
    const { comparisons, samples } = prepared.compare(extractionsOf(prepared.samples));
    expect(comparisons.map(({ templates = [] }) => templates.map((one) => [...one]))).toEqual([
      [
        [0, 0],
        [1, 1],
      ],
      [
        [1, 0],
        [2, 1],
      ],
      [
        [3, 0],
        [2, 1],
      ],
      [
        [3, 0],
        [4, 1],
      ],
    ]);
    // What became of the references stands with the task as published.
    expect(samples).toEqual([
      { sample: 'a/2', subject: 'a', faces: 1, failure: '' },
      { sample: 'b/1', subject: 'b', faces: 1, failure: '' },
      { sample: 'c/9', subject: '', faces: 1, failure: '' },
    ]);
  });

  it('see both sides where both are said to, each picture once', () => {
    const prepared = prepare({ side: 'both' });
    expect(prepared.samples.map(named)).toEqual(['a/1*', 'a/2*', 'b/1*', 'b/2*', 'c/9*']);
    const { comparisons, samples, quality } = prepared.compare(extractionsOf(prepared.samples));
    expect(comparisons.flatMap(({ templates = [] }) => templates.map(([, through]) => through))).toEqual(
      new Array(8).fill(1),
    );
    expect(comparisons[1]?.templates?.[0]).toEqual(Float32Array.of(1, 1));
    expect(samples.map(({ sample: id }) => id)).toEqual(['a/1', 'a/2', 'b/1', 'b/2', 'c/9']);
    expect(quality).toHaveLength(5);
  });

  it('keep a failure of either side, or of both', () => {
    const prepared = prepare();
    const failing = { 'a/2*': 'no-face', 'b/2': 'unreadable', 'c/9*': 'missing' } as const;
    const { comparisons, samples } = prepared.compare(extractionsOf(prepared.samples, failing));
    expect(comparisons.map(({ failure }) => failure)).toEqual([
      'b:no-face',
      '',
      'a:unreadable',
      'a:unreadable;b:missing',
    ]);
    expect(comparisons.map(({ templates }) => templates !== undefined)).toEqual([false, true, false, false]);
    expect(samples.map(({ faces, failure }) => [faces, failure])).toEqual([
      [0, 'no-face'],
      [1, ''],
      [0, 'missing'],
    ]);
  });

  it('keep the quality of every probe, in the order of the samples', () => {
    const prepared = prepare();
    const { quality } = prepared.compare(extractionsOf(prepared.samples, { 'b/1*': 'too-small' }));
    const measures = { sharpness: 100, brightness: 0.2, score: 0.9, norm: 20 };
    expect(quality).toEqual([
      { measures: { size: 1, ...measures }, failure: '' },
      { measures: null, failure: 'too-small' },
      { measures: { size: 3, ...measures }, failure: '' },
    ]);
    const without = prepare({ quality: false });
    expect(without.compare(extractionsOf(without.samples))).not.toHaveProperty('quality');
  });

  it('without a condition see every picture once, as published', () => {
    const { samples, compare } = preparePairs(dataset, PAIRS, { pairs: 'list' });
    expect(samples.map(named)).toEqual(['a/1', 'a/2', 'b/1', 'b/2', 'c/9']);
    expect(compare(extractionsOf(samples))).not.toHaveProperty('quality');
  });
});
