import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VEIL } from '../../../../src/images/conditions/steps/veil.js';
import { applyStep, complaint } from '../apply-step.js';
import { edgeChart, greyChart, rowOf } from '../light-charts.js';

describe('veil', () => {
  it('leaves the share e^(-3.912 distance / visibility) of a contrast', async () => {
    const row = rowOf(
      await applyStep(VEIL, { visibility: '200 m', distance: '15 m', airlight: 0.7 }, edgeChart(10, 4, 0.1, 0.6)),
      2,
    );
    const arrives = Math.exp((-3.912 * 15) / 200);
    expect(row[9]! - row[0]!).toBeCloseTo(0.5 * arrives, 5);
    expect(row[0]).toBeCloseTo(0.1 * arrives + 0.7 * (1 - arrives), 5);
  });

  it('leaves 2 % of the contrast of black with the sky at the distance of visibility', async () => {
    const row = rowOf(await applyStep(VEIL, { visibility: '1 m', distance: '1 m' }, edgeChart(10, 4, 0, 0.8)), 2);
    expect((row[9]! - row[0]!) / row[9]!).toBeCloseTo(0.02, 6);
  });

  it('takes the transmission instead, and leaves airlight of 80 % where nothing else is said', async () => {
    const light = await applyStep(
      VEIL,
      { transmission: '25 %' },
      greyChart(4, 4, () => 0.4),
    );
    for (const value of light.data) expect(value).toBeCloseTo(0.25 * 0.4 + 0.75 * 0.8, 6);
  });

  it('stays between the subject and the air', () => {
    const share = fc.double({ min: 0.001, max: 1, noNaN: true });
    return fc.assert(
      fc.asyncProperty(share, share, share, async (transmission, airlight, own) => {
        const [value = Number.NaN] = (
          await applyStep(
            VEIL,
            { transmission, airlight },
            greyChart(1, 1, () => own),
          )
        ).data;
        expect(value).toBeGreaterThanOrEqual(Math.min(own, airlight) - 1e-6);
        expect(value).toBeLessThanOrEqual(Math.max(own, airlight) + 1e-6);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses what cannot be', () => {
    const wrong = 'give "visibility" and "distance", or "transmission" alone';
    const complaintOf = (params: object) => complaint(VEIL.schema, { step: 'veil', ...params });
    expect(complaintOf({})).toBe(wrong);
    expect(complaintOf({ visibility: '200 m' })).toBe(wrong);
    expect(complaintOf({ distance: '200 m', transmission: 0.5 })).toBe(wrong);
    expect(complaintOf({ visibility: '200 m', distance: '15 m', transmission: 0.5 })).toBe(wrong);
    expect(complaintOf({ visibility: '0 m', distance: '15 m' })).toContain('must be above 0 m');
    expect(complaintOf({ transmission: 0 })).toContain('must be above 0%');
    expect(complaintOf({ transmission: 0.5, airlight: 2 })).toContain('must be at most 100%');
  });

  it('says what it does', () => {
    expect(VEIL.text({ step: 'veil', visibility: 200, distance: 15, airlight: 0.8 })).toBe(
      'visibility 200 m at 15 m, 74.57% of the light arrives, airlight 80%',
    );
    expect(VEIL.text({ step: 'veil', transmission: 0.5, airlight: 0.8 })).toBe(
      'haze, 50% of the light arrives, airlight 80%',
    );
  });
});
