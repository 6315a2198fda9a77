import { expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { missConcentrations } from '../../src/results/miss-concentration.js';

const mated = (subject: string, score?: number): Comparison => ({
  a: `${subject}/1`,
  b: `${subject}/2`,
  subjectA: subject,
  subjectB: subject,
  mated: true,
  ...(score === undefined ? {} : { score }),
  failure: score === undefined ? 'a:no-face' : '',
});
const stranger = (a: string, b: string, score: number): Comparison => ({
  ...mated(a, score),
  b: `${b}/1`,
  subjectB: b,
  mated: false,
});
/** One of five strangers may match at 0.2, so that the threshold lies just above 0.4. */
const STRANGERS = [0.1, 0.2, 0.3, 0.4, 0.5].map((score, k) => stranger(`s${k}`, `s${k + 1}`, score));

it('counts the people behind the misses, failures among them, and those who have half of them', () => {
  const misses = [mated('ann', 0.1), mated('ann', 0.2), mated('ann'), mated('bob', 0.1), mated('cy', 0.4)];
  const list = [...STRANGERS, ...misses, mated('dee', 0.41)];
  expect(missConcentrations(list, ['2e-1'])).toEqual([{ at: '2e-1', misses: 5, people: 3, half: 1 }]);
});

it('has nobody without a miss, and says nothing without a threshold or subjects', () => {
  expect(missConcentrations([...STRANGERS, mated('dee', 0.9)], ['2e-1'])).toEqual([
    {
      at: '2e-1',
      misses: 0,
      people: 0,
      half: 0,
    },
  ]);
  expect(missConcentrations([mated('dee', 0.9)], ['2e-1'])).toEqual([]);
  const unknown = [...STRANGERS, mated('dee', 0.9)].map((one) => ({ ...one, subjectA: '', subjectB: '' }));
  expect(missConcentrations(unknown, ['2e-1'])).toEqual([]);
});
