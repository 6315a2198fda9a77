import { describe, expect, it } from 'vitest';
import { NEAR_INFRARED } from '../../../../src/images/conditions/steps/near-infrared.js';
import { applyStep, complaint } from '../apply-step.js';
import { greyChart } from '../light-charts.js';

const pixel = (...data: number[]) => ({ width: 1, height: 1, data: Float32Array.from(data) });

describe('near infrared', () => {
  it('mixes linear light into one channel', async () => {
    const { data } = await applyStep(NEAR_INFRARED, {}, pixel(1, 0.5, 0.2));
    expect(data[0]).toBeCloseTo(0.7 + 0.125 + 0.01, 6);
    expect([data[1], data[2]]).toEqual([data[0], data[0]]);
    const shares = { red: '100 %', green: 0, blue: 0 };
    expect([...(await applyStep(NEAR_INFRARED, shares, pixel(0.25, 1, 1))).data]).toEqual([0.25, 0.25, 0.25]);
  });

  it('leaves grey as it is', async () => {
    const ramp = greyChart(30, 2, (x) => x / 29);
    const { data } = await applyStep(NEAR_INFRARED, {}, ramp);
    for (const [i, value] of data.entries()) expect(value).toBeCloseTo(ramp.data[i]!, 6);
  });

  it('refuses shares that do not sum to 1', () => {
    const complaintOf = (shares: object) => complaint(NEAR_INFRARED.schema, { step: 'near-infrared', ...shares });
    const wrong = 'red, green and blue must sum to 1; give all three';
    expect(complaintOf({ red: 0.333333, green: 0.333333, blue: 0.333334 })).toBe('');
    expect(complaintOf({ red: 0.3333, green: 0.3333, blue: 0.3333 })).toBe(wrong);
    expect(complaintOf({ red: 1 })).toBe(wrong);
    expect(complaintOf({ red: 1.2, green: -0.2, blue: 0 })).toContain('red: must be at most 100%');
  });

  it('says what it does', () => {
    expect(NEAR_INFRARED.text({ step: 'near-infrared', red: 0.7, green: 0.25, blue: 0.05 })).toBe(
      'as near infrared: 70% red, 25% green, 5% blue',
    );
  });
});
