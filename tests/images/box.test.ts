import { describe, expect, it } from 'vitest';
import { overlapOf } from '../../src/images/box.js';

describe('overlapOf', () => {
  it('is intersection over union', () => {
    expect(overlapOf([0, 0, 2, 2], [1, 0, 3, 2])).toBe(1 / 3);
    expect(overlapOf([0, 0, 2, 2], [0, 0, 2, 2])).toBe(1);
    expect(overlapOf([0, 0, 2, 2], [2, 0, 4, 2])).toBe(0);
    expect(overlapOf([0, 0, 0, 0], [0, 0, 0, 0])).toBe(0);
  });
});
