import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scorePairs } from '../../src/comparison/pair-scores.js';

/** Integer-valued templates: every order of summation is exact. */
const template = (dimensions: number) =>
  fc
    .array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions })
    .map((v) => Float32Array.from(v));

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);
}

it('equals the naive dot product, for any number of pairs', async () => {
  const pair = fc.record({ probe: template(37), reference: template(37) });
  await fc.assert(
    fc.asyncProperty(fc.array(pair, { maxLength: 300 }), async (pairs) => {
      expect([...(await scorePairs(pairs))]).toEqual(pairs.map(({ probe, reference }) => dot(probe, reference)));
    }),
    { numRuns: 20 },
  );
});

it('gives a pair the same bits wherever it stands and whatever stands beside it', async () => {
  const random = (seed: number) =>
    Float32Array.from({ length: 512 }, (_, i) => Math.fround(Math.sin(seed * 7919 + i * 1.37) / 16));
  const pair = { probe: random(1), reference: random(2) };
  const others = Array.from({ length: 400 }, (_, i) => ({ probe: random(i + 3), reference: random(i + 1003) }));
  const [alone] = await scorePairs([pair]);
  for (const at of [0, 1, 63, 64, 127, 128, 300, 400]) {
    const scores = await scorePairs([...others.slice(0, at), pair, ...others.slice(at)]);
    expect(scores[at]).toBe(alone);
  }
});

it('refuses templates of different length', async () => {
  const run = scorePairs([{ probe: new Float32Array(4), reference: new Float32Array(5) }]);
  await expect(run).rejects.toThrow('Templates of one comparison must have one length; found 4 and 5');
});

it('gives no scores for no pairs', async () => {
  expect(await scorePairs([])).toHaveLength(0);
});
