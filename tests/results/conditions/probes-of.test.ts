import { expect, it } from 'vitest';
import type { Comparison } from '../../../src/results/comparison-table.js';
import { failuresByName, probeSamples, probesOf } from '../../../src/results/conditions/probes-of.js';

const pair = (a: string, b: string): Comparison => ({
  a,
  b,
  subjectA: a.toUpperCase(),
  subjectB: b.toUpperCase(),
  mated: false,
  failure: '',
});
const PAIRS = [pair('d', 'c'), pair('b', 'c'), pair('c', 'a')];

it('probes are the second sides, or both, each once and sorted', () => {
  expect(probesOf(PAIRS, 'probe')).toEqual(['a', 'c']);
  expect(probesOf(PAIRS, 'both')).toEqual(['a', 'b', 'c', 'd']);
  expect(probesOf([], 'both')).toEqual([]);
});

it('probes have the subject that the comparisons say, on whichever side they stand', () => {
  expect(probeSamples(PAIRS, 'probe')).toEqual([
    { sample: 'a', subject: 'A' },
    { sample: 'c', subject: 'C' },
  ]);
  expect(probeSamples(PAIRS, 'both').map(({ subject }) => subject)).toEqual(['A', 'B', 'C', 'D']);
});

it('failures are found by name, and who is not known has none', () => {
  const failureOf = failuresByName([
    { sample: 'a', subject: 'A', faces: 0, failure: 'no-face' },
    { sample: 'b', subject: 'B', faces: 1, failure: '' },
  ]);
  expect(['a', 'b', 'z'].map(failureOf)).toEqual(['no-face', '', '']);
});
