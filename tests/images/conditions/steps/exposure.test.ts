import { describe, expect, it } from 'vitest';
import { EXPOSURE } from '../../../../src/images/conditions/steps/exposure.js';
import { applyStep, complaint } from '../apply-step.js';
import { greyChart } from '../light-charts.js';

describe('exposure', () => {
  const ramp = greyChart(50, 2, (x) => x / 49);

  it.each([
    ['-3 stops', 0.125],
    ['0 stops', 1],
    ['1 stop', 2],
    ['0.5 stops', Math.SQRT2],
  ])('by %s multiplies all light by %d, and cuts nothing off', async (by, factor) => {
    const { data } = await applyStep(EXPOSURE, { by }, ramp);
    expect(data).toEqual(ramp.data.map((value) => value * factor));
  });

  it('takes back what it did, exactly, for whole stops', async () => {
    const dark = await applyStep(EXPOSURE, { by: '-7 stops' }, ramp);
    expect(await applyStep(EXPOSURE, { by: '7 stops' }, dark)).toEqual(ramp);
  });

  it('refuses what cannot be, and says what it does', () => {
    expect(complaint(EXPOSURE.schema, { step: 'exposure', by: '-13 stops' })).toBe('by: must be at least -12 stops');
    expect(complaint(EXPOSURE.schema, { step: 'exposure', by: -3 })).toContain('has no unit');
    expect(EXPOSURE.text({ step: 'exposure', by: -3 })).toBe('exposed by -3 stops');
    expect(EXPOSURE.text({ step: 'exposure', by: 2 })).toBe('exposed by +2 stops');
  });
});
