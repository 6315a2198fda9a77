import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOTION } from '../../../../src/images/conditions/steps/motion.js';
import { applyStep, complaint } from '../apply-step.js';
import { columnOf, edgeChart, edgeWidth, greyChart, meanOf, rowOf } from '../light-charts.js';

describe('motion', () => {
  it.each([
    ['1.4 m/s', '1/50 s', 500, 14],
    ['36 km/h', '1 ms', 2000, 20],
  ])(
    'at %s and %s and %d px/m makes an edge 0.8 x %d px wide between a tenth and nine tenths',
    async (speed, shutter, density, length) => {
      const row = rowOf(await applyStep(MOTION, { speed, shutter }, edgeChart(80, 8), { density }), 4);
      expect(edgeWidth(row)).toBeCloseTo(0.8 * length, 3);
    },
  );

  it('moves in its direction only', async () => {
    const chart = edgeChart(60, 60);
    const turned = greyChart(60, 60, (_, y) => Number(y >= 30));
    const motion = { speed: '1 m/s', shutter: '1/10 s', direction: '90 deg' };
    expect(await applyStep(MOTION, motion, chart, { density: 120 })).toEqual(chart);
    const column = columnOf(await applyStep(MOTION, motion, turned, { density: 120 }), 30);
    expect(edgeWidth(column)).toBeCloseTo(0.8 * 12, 3);
    const slanted = await applyStep(MOTION, { ...motion, direction: '60 deg' }, chart, { density: 200 });
    expect(Math.abs(edgeWidth(rowOf(slanted, 30)) - 0.8 * 20 * Math.cos(Math.PI / 3))).toBeLessThan(0.15);
  });

  it('turns counter-clockwise: a dot at 45 degrees leaves a line up to the right', async () => {
    const dot = greyChart(21, 21, (x, y) => Number(x === 10 && y === 10));
    const line = await applyStep(MOTION, { speed: '1 m/s', shutter: '1/10 s', direction: '45 deg' }, dot, {
      density: 80,
    });
    expect(rowOf(line, 8)[12]).toBeGreaterThan(0.05);
    expect(rowOf(line, 12)[8]).toBeGreaterThan(0.05);
    expect(rowOf(line, 8)[8]).toBe(0);
  });

  it('loses no light of what is in the middle', async () => {
    const lengths = fc.double({ min: 0, max: 15, noNaN: true });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: -360, max: 360 }), async (length, degrees) => {
        const blob = greyChart(50, 50, (x, y) => Number(Math.abs(x - 24) < 5 && Math.abs(y - 26) < 4));
        const motion = { speed: `${length.toFixed(6)} m/s`, shutter: '1 s', direction: `${degrees} deg` };
        const spread = await applyStep(MOTION, motion, blob, { density: 1 });
        expect(meanOf(spread.data)).toBeCloseTo(meanOf(blob.data), 6);
        expect(Math.min(...spread.data)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...spread.data)).toBeLessThan(1 + 1e-5);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves what does not move as it is', async () => {
    const chart = edgeChart(12, 12);
    expect(await applyStep(MOTION, { speed: '0 m/s', shutter: '1/50 s' }, chart, { density: 100 })).toEqual(chart);
  });

  it('refuses what cannot be', async () => {
    expect(complaint(MOTION.schema, { step: 'motion', speed: 1.4, shutter: '1/50 s' })).toContain('has no unit');
    expect(complaint(MOTION.schema, { step: 'motion', speed: '1 m/s', shutter: '2 s' })).toBe(
      'shutter: must be at most 1 s',
    );
    expect(complaint(MOTION.schema, { step: 'motion', speed: '400 km/h', shutter: '1 s' })).toContain(
      'speed: must be at most',
    );
    const motion = { speed: '10 m/s', shutter: '1/10 s' };
    await expect(applyStep(MOTION, motion, edgeChart(12, 12))).rejects.toThrow('needs the pixels per metre');
    await expect(applyStep(MOTION, motion, edgeChart(12, 12), { density: 300 })).rejects.toThrow('over 300 pixels');
  });

  it('says what it does', () => {
    const params = { step: 'motion', speed: 1.4, shutter: 0.02, direction: 0 } as const;
    expect(MOTION.text(params)).toBe('moves 1.4 m/s, shutter 0.02 s');
    expect(MOTION.text({ ...params, direction: 30 })).toBe('moves 1.4 m/s at 30 deg, shutter 0.02 s');
  });
});
