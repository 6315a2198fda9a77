import { expect, it } from 'vitest';
import type { SpreadTest } from '../../../src/metrics/zoo/animals.js';
import { doddingtonZoo } from '../../../src/metrics/zoo/zoo.js';
import { simulateZoo } from './animals-data.js';

/** How often each test calls subjects unlike at 5%. */
function rejections(simulation: Omit<Parameters<typeof simulateZoo>[0], 'seed'>, repetitions: number) {
  const counts: Record<string, number> = {};
  const note = (name: string, pValue: number) => {
    counts[name] = (counts[name] ?? 0) + (pValue <= 0.05 ? 1 / repetitions : 0);
  };
  const noteTest = (name: string, test: SpreadTest) => note(name, test.state === 'resolved' ? test.chance.pValue : 1);
  for (let seed = 0; seed < repetitions; seed += 1) {
    const zoo = doddingtonZoo(simulateZoo({ ...simulation, seed }), { permutations: 199, seed });
    noteTest('goats by errors', zoo.goats.byErrors);
    noteTest('goats by scores', zoo.goats.byScores);
    if (zoo.falselyMatched.directed) throw new Error('These comparisons have no direction.');
    noteTest('lambs or wolves by errors', zoo.falselyMatched.lambsOrWolves.byErrors);
    noteTest('lambs or wolves by scores', zoo.falselyMatched.lambsOrWolves.byScores);
    if (zoo.concentration.state !== 'resolved') continue;
    for (const { part, chance } of zoo.concentration.worst) note(`worst ${part}`, chance.pValue);
  }
  return counts;
}

const alike = { subjects: 40, sd: 0, threshold: 2, matedEach: 5 };

it.each([
  ['one comparison of each pair', alike],
  ['four comparisons of pairs that are alike or not', { ...alike, perPair: 4, sdOfPairs: 0.6 }],
])(
  'subjects that are alike are called so: %s',
  (_, simulation) => {
    const counts = rejections(simulation, 300);
    expect(Object.keys(counts)).toHaveLength(6);
    for (const [name, share] of Object.entries(counts)) {
      expect(share, name).toBeLessThan(0.08);
      // Shares of few subjects take few values, so that this test rejects less often.
      expect(share, name).toBeGreaterThan(name.startsWith('worst') ? 0.002 : 0.02);
    }
  },
  120_000,
);

it('subjects with an effect of 0.45 on their scores are found', () => {
  const counts = rejections({ ...alike, sd: 0.45 }, 60);
  expect(counts['lambs or wolves by errors']).toBeGreaterThan(0.7);
  expect(counts['lambs or wolves by scores']).toBeGreaterThan(0.95);
}, 120_000);
