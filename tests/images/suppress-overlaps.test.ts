import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, overlapOf } from '../../src/images/box.js';
import { type ScoredBox, suppressOverlaps } from '../../src/images/suppress-overlaps.js';

const found = (score: number, ...box: [number, number, number, number]): ScoredBox => ({ box, score });
const anyBox = fc
  .tuple(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 30 }),
  )
  .map(([x, y, w, h]): Box => [x, y, x + w, y + h]);
const anyDetections = fc.array(fc.record({ box: anyBox, score: fc.constantFrom(0.5, 0.6, 0.7) }), { maxLength: 12 });

describe('suppressOverlaps', () => {
  it('keeps the highest of what overlaps, and an overlap equal to the threshold', () => {
    const [low, high, far] = [found(0.6, 0, 0, 2, 2), found(0.9, 1, 0, 3, 2), found(0.7, 50, 0, 52, 2)];
    expect(suppressOverlaps([low, high, far], 0.3)).toEqual([high, far]);
    expect(suppressOverlaps([low, high, far], 1 / 3)).toEqual([high, far, low]);
  });

  it('orders equal scores by their boxes, whatever the order they come in', () => {
    fc.assert(
      fc.property(anyDetections, fc.double({ min: 0, max: 1, noNaN: true }), (detections, threshold) => {
        const kept = suppressOverlaps(detections, threshold);
        expect(suppressOverlaps([...detections].reverse(), threshold)).toEqual(kept);
        kept.forEach((one, i) => {
          for (const other of kept.slice(i + 1)) expect(overlapOf(one.box, other.box)).toBeLessThanOrEqual(threshold);
        });
        for (const gone of detections) expect(kept.some((k) => k === gone || k.score >= gone.score)).toBe(true);
      }),
    );
  });
});
