import { describe, expect, it } from 'vitest';
import { BACKLIGHT } from '../../../../src/images/conditions/steps/backlight.js';
import { applyStep, complaint } from '../apply-step.js';
import { edgeChart, rowOf } from '../light-charts.js';

describe('backlight', () => {
  it('darkens the subject by so many stops and lays the flare over it', async () => {
    const row = rowOf(await applyStep(BACKLIGHT, { by: '4 stops', flare: '3 %' }, edgeChart(10, 4, 0.2, 0.9)), 2);
    expect(row[0]).toBeCloseTo(0.2 / 16 + 0.03, 7);
    expect(row[9]).toBeCloseTo(0.9 / 16 + 0.03, 7);
  });

  it('has a flare of 2 % where nothing else is said', async () => {
    const row = rowOf(await applyStep(BACKLIGHT, { by: '3 stops' }, edgeChart(10, 4)), 2);
    expect(row[0]).toBeCloseTo(0.02, 7);
    expect(row[9]).toBeCloseTo(0.145, 7);
  });

  it('changes nothing without a brighter background and flare', async () => {
    const chart = edgeChart(10, 4);
    expect(await applyStep(BACKLIGHT, { by: '0 stops', flare: 0 }, chart)).toEqual(chart);
  });

  it('refuses what cannot be, and says what it does', () => {
    expect(complaint(BACKLIGHT.schema, { step: 'backlight', by: '-1 stops' })).toBe('by: must be at least 0 stops');
    expect(complaint(BACKLIGHT.schema, { step: 'backlight', by: '3 stops', flare: '60 %' })).toContain('at most 50%');
    expect(BACKLIGHT.text({ step: 'backlight', by: 3, flare: 0.02 })).toBe(
      'against a background 3 stops brighter, 2% of it as flare',
    );
  });
});
