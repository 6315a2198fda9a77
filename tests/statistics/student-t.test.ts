import { describe, expect, it } from 'vitest';
import { studentTCritical } from '../../src/statistics/student-t.js';

describe('studentTCritical', () => {
  it.each([0.5, 0.95, 0.999, 0.999999])('has its closed forms with 1 and 2 degrees of freedom at level %d', (level) => {
    expect(Math.abs(studentTCritical(level, 1) * Math.tan(((1 - level) * Math.PI) / 2) - 1)).toBeLessThan(1e-12);
    const two = level * Math.sqrt(2 / ((1 - level) * (1 + level)));
    expect(Math.abs(studentTCritical(level, 2) / two - 1)).toBeLessThan(1e-12);
  });

  it.each([
    [1, Math.tan(0.475 * Math.PI)],
    [2, 4.302652729749462],
    [9, 2.262157162798205],
    [30, 2.0422724563012378],
    [1_000_000, 1.959966356814107],
  ])('with %i degrees of freedom', (freedom, expected) => {
    expect(Math.abs(studentTCritical(0.95, freedom) / expected - 1)).toBeLessThan(1e-12);
  });
});
