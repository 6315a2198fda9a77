import { describe, expect, it } from 'vitest';
import { joinLines, withoutSmallPrint } from '../../../src/plates/detectors/text-lines.js';

const line = (x: number, y: number, width: number, height: number, score = 0.9, angle = 0) => ({
  place: { centre: [x, y], along: [Math.cos(angle), Math.sin(angle)], width, height } as const,
  score,
});

describe('joinLines', () => {
  it('joins the parts of a plate, one after the other, whatever their order', () => {
    // Three parts 20 wide with gaps of 8; the outer ones are near only to the middle one.
    const joined = joinLines([line(10, 50, 20, 10, 0.6), line(66, 50, 20, 10, 0.9), line(38, 50, 20, 10, 0.9)]);
    expect(joined).toHaveLength(1);
    expect(joined[0]!.place).toMatchObject({ centre: [38, 50], width: 76, height: 10 });
    expect(joined[0]!.score).toBeCloseTo(0.8, 1);
  });

  it('keeps apart what is far, of another height, a line lower, or of another direction', () => {
    const first = line(10, 50, 20, 10);
    for (const other of [
      line(45, 50, 20, 10),
      line(32, 50, 20, 16),
      line(30, 55, 20, 10),
      line(32, 50, 20, 10, 0.9, 0.3),
    ]) {
      expect(joinLines([first, other])).toHaveLength(2);
    }
  });
});

describe('withoutSmallPrint', () => {
  it('drops lines above and below a line that is half as high again, and no others', () => {
    const plate = line(50, 50, 60, 15);
    const above = line(50, 32, 30, 8);
    const below = line(35, 70, 20, 10);
    const beside = line(95, 50, 20, 8);
    const farBelow = line(50, 80, 30, 8);
    const second = line(50, 70, 60, 12);
    expect(withoutSmallPrint([above, plate, below, beside, farBelow])).toEqual([plate, beside, farBelow]);
    expect(withoutSmallPrint([plate, second])).toEqual([plate, second]);
  });
});
