import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIRT } from '../../../../src/images/conditions/steps/dirt.js';
import { applyStep, bytesOf, complaint } from '../apply-step.js';
import { greyChart, meanOf } from '../light-charts.js';

const white = (width = 60, height = 40) => greyChart(width, height, () => 1);

describe('dirt', () => {
  it.each([
    { coverage: 0.1, spot: 0.15 },
    { coverage: 0.3, spot: 0.4 },
    { coverage: 0.6, spot: 0.08 },
  ])('covers $coverage of the picture with spots of $spot of its width, on average', async ({ coverage, spot }) => {
    const shares: number[] = [];
    for (let seed = 0; seed < 250; seed++) {
      const { data } = await applyStep(DIRT, { coverage, spot, opacity: 1 }, white(), { name: `${seed}` });
      shares.push(meanOf(Array.from(data, (value) => Number(value <= 0.5))));
    }
    const spread = Math.sqrt(meanOf(shares.map((share) => (share - coverage) ** 2)) / shares.length);
    expect(spread).toBeLessThan(0.015);
    expect(Math.abs(meanOf(shares) - coverage)).toBeLessThan(3.5 * spread);
  });

  it('stops its share of the light in the middle of a spot, and none far from it', async () => {
    const { data } = await applyStep(DIRT, { coverage: 0.3, spot: 0.2, opacity: '60 %' }, white(120, 80));
    expect(Math.min(...data)).toBeCloseTo(0.4, 6);
    expect(Math.max(...data)).toBe(1);
  });

  it('has soft edges: no step between neighbours as large as that of a sharp spot', async () => {
    const { data, width } = await applyStep(DIRT, { coverage: 0.3, spot: 0.3, opacity: 1 }, white(120, 80));
    let largest = 0;
    for (let i = 3; i < data.length; i++) {
      if (Math.floor(i / 3) % width !== 0) largest = Math.max(largest, Math.abs(data[i]! - data[i - 3]!));
    }
    // The steepest is 1.5 per radius of fading, and the smallest spot has a radius of 9 pixels.
    expect(largest).toBeLessThan(1.5 / 9 + 0.01);
    expect(largest).toBeGreaterThan(0.02);
  });

  it('scatters a share of what it stops, evenly and grey', async () => {
    const even = greyChart(60, 40, () => 0.5);
    const all = await applyStep(DIRT, { coverage: 0.4, spot: 0.2, opacity: 1, scatter: 1 }, even);
    for (const value of all.data) expect(value).toBeCloseTo(0.5, 6);
    const half = await applyStep(DIRT, { coverage: 0.4, spot: 0.2, opacity: 1, scatter: 0.5 }, even);
    expect(Math.min(...half.data)).toBeCloseTo(0.25, 6);
  });

  it('is the same share of a picture of more pixels', async () => {
    const params = { coverage: 0.4, spot: 0.3, opacity: 1 };
    const small = await applyStep(DIRT, params, white(40, 30));
    const large = await applyStep(DIRT, params, white(120, 90));
    for (let y = 0; y < 30; y++) {
      for (let x = 0; x < 40; x++) {
        const there = large.data[((3 * y + 1) * 120 + 3 * x + 1) * 3]!;
        expect(Math.abs(small.data[(y * 40 + x) * 3]! - there)).toBeLessThan(1e-4);
      }
    }
  });

  it('is the same for a name and another for another one', async () => {
    const of = async (name: string) =>
      bytesOf(await applyStep(DIRT, { coverage: 0.3, spot: 0.2, opacity: 0.5 }, white(), { name }));
    expect(await of('a')).toEqual(await of('a'));
    expect(await of('a')).not.toEqual(await of('b'));
  });

  it('never adds light to a white picture nor takes more than its opacity', () => {
    const share = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    return fc.assert(
      fc.asyncProperty(
        share(0, 0.95),
        share(0.02, 1),
        share(0, 1),
        share(0, 1),
        async (coverage, spot, opacity, scatter) => {
          const { data } = await applyStep(DIRT, { coverage, spot, opacity, scatter }, white(20, 20));
          expect(Math.max(...data)).toBeLessThanOrEqual(1 + 1e-6);
          expect(Math.min(...data)).toBeGreaterThanOrEqual(1 - opacity - 1e-6);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('leaves a picture without dirt as it is', async () => {
    expect(await applyStep(DIRT, { coverage: 0, spot: 0.2, opacity: 1 }, white())).toEqual(white());
  });

  it('refuses what cannot be, and says what it does', () => {
    const dirt = { step: 'dirt', coverage: 0.3, spot: 0.2, opacity: 0.5 };
    expect(complaint(DIRT.schema, { ...dirt, coverage: 1 })).toBe('coverage: must be at most 95%');
    expect(complaint(DIRT.schema, { ...dirt, spot: '12 px' })).toContain('% is known here');
    expect(complaint(DIRT.schema, { ...dirt, opacity: 1.5 })).toBe('opacity: must be at most 100%');
    expect(DIRT.text(DIRT.schema.parse(dirt))).toBe('dirt over 30%, spots of 20% of the width that stop 50%');
    expect(DIRT.text(DIRT.schema.parse({ ...dirt, scatter: 0.1 }))).toContain('and scatter 10% of that');
  });
});
