import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFOCUS } from '../../../../src/images/conditions/steps/defocus.js';
import { applyStep, bytesOf, complaint } from '../apply-step.js';
import { edgeChart, edgeWidth, greyChart, meanOf, rowOf } from '../light-charts.js';

/** What an edge has at u radii from it, under a uniform disc: the disc's area on the bright side. */
const edgeSpread = (u: number): number =>
  Math.abs(u) >= 1 ? Number(u > 0) : 0.5 + (u * Math.sqrt(1 - u * u) + Math.asin(u)) / Math.PI;

/** From 10 % to 90 % of the same, in diameters. */
const TEN_TO_NINETY = 0.687;

describe('defocus', () => {
  it('spreads an edge as a uniform disc does', async () => {
    const diameter = 9;
    const row = rowOf(await applyStep(DEFOCUS, { diameter: `${diameter} px` }, edgeChart(40, 24)), 12);
    for (const [x, value] of row.entries()) expect(value).toBeCloseTo(edgeSpread((x + 0.5 - 20) / (diameter / 2)), 5);
  });

  it.each([[10], [21], [38]])(
    'makes an edge under a disc of %d px 0.687 times as wide, between a tenth and nine tenths',
    async (diameter) => {
      expect(edgeSpread(TEN_TO_NINETY)).toBeCloseTo(0.9, 3);
      const row = rowOf(await applyStep(DEFOCUS, { diameter: `${diameter} px` }, edgeChart(60, 30)), 15);
      expect(Math.abs(edgeWidth(row) - TEN_TO_NINETY * diameter)).toBeLessThan(0.05);
    },
  );

  it('is the same disc in pixels and as a length at the subject', async () => {
    const chart = edgeChart(30, 20);
    const inPixels = await applyStep(DEFOCUS, { diameter: '4 px' }, chart);
    expect(await applyStep(DEFOCUS, { atSubject: '8 mm' }, chart, { density: 500 })).toEqual(inPixels);
    expect(DEFOCUS.needs({ step: 'defocus', diameter: 4 })).toEqual([]);
    expect(DEFOCUS.needs({ step: 'defocus', atSubject: 0.008 })).toEqual(['density']);
    await expect(applyStep(DEFOCUS, { atSubject: '8 mm' }, chart)).rejects.toThrow('needs the pixels per metre');
  });

  it('loses no light of what is in the middle, and leaves an even picture as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 15, noNaN: true }), async (diameter) => {
        const blob = greyChart(50, 50, (x, y) => Number(Math.abs(x - 24) < 5 && Math.abs(y - 26) < 4));
        const spread = await applyStep(DEFOCUS, { diameter: `${diameter.toFixed(6)} px` }, blob);
        expect(meanOf(spread.data)).toBeCloseTo(meanOf(blob.data), 6);
        expect(Math.min(...spread.data)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...spread.data)).toBeLessThan(1 + 1e-5);
        const even = greyChart(20, 20, () => 0.4);
        const { data } = await applyStep(DEFOCUS, { diameter: `${diameter.toFixed(6)} px` }, even);
        expect(Math.max(...data.map((value) => Math.abs(value - 0.4)))).toBeLessThan(1e-6);
      }),
      { numRuns: 20 },
    );
  });

  it('works in light, not in codes: an edge is brighter in the middle than the mean of its codes', async () => {
    const codes = bytesOf(await applyStep(DEFOCUS, { diameter: '9 px' }, edgeChart(41, 20)));
    expect(codes[(10 * 41 + 20) * 3]).toBeGreaterThan(160);
  });

  it('changes nothing for a disc within a pixel', async () => {
    const chart = edgeChart(12, 12);
    expect(await applyStep(DEFOCUS, { diameter: '1 px' }, chart)).toEqual(chart);
  });

  it('refuses what cannot be', async () => {
    const { schema } = DEFOCUS;
    expect(complaint(schema, { step: 'defocus' })).toBe('give "diameter" or "atSubject"');
    expect(complaint(schema, { step: 'defocus', diameter: '2 px', atSubject: '8 mm' })).toContain('give "diameter"');
    expect(complaint(schema, { step: 'defocus', diameter: '8 mm' })).toContain('px is known here');
    expect(complaint(schema, { step: 'defocus', diameter: '300 px' })).toBe('diameter: must be at most 200 px');
    const far = applyStep(DEFOCUS, { atSubject: '1 m' }, edgeChart(12, 12), { density: 500 });
    await expect(far).rejects.toThrow('would blur over 500 pixels of this picture, and 200 are the most');
  });

  it('says what it does', () => {
    expect(DEFOCUS.text({ step: 'defocus', diameter: 2 })).toBe('out of focus, a disc of 2 px');
    expect(DEFOCUS.text({ step: 'defocus', atSubject: 0.008 })).toBe('out of focus, a disc of 8 mm at the subject');
  });
});
