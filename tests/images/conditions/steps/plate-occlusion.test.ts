import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corners, Point } from '../../../../src/images/box.js';
import type { Seen } from '../../../../src/images/conditions/step.js';
import { PLATE_OCCLUSION } from '../../../../src/images/conditions/steps/plate-occlusion.js';
import { createCanvas, fillPolygons } from '../../../../src/images/drawing/canvas.js';
import type { Light } from '../../../../src/images/light.js';
import { isSame, lightAfter } from './face-fixture.js';

/** A plate as a parallelogram, whose halves are halves in the picture too. */
const SLANTED: Corners = [
  [20, 30],
  [120, 20],
  [124, 50],
  [24, 60],
];
const AREA = 100 * 30 - -10 * 4;

const white = (): Light => ({ width: 150, height: 80, data: new Float32Array(150 * 80 * 3).fill(1) });
const cover = (params: object, plates: readonly Corners[] = [SLANTED], seed = 1) =>
  lightAfter(PLATE_OCCLUSION, { step: 'plate-occlusion', ...params }, { image: white(), plates }, seed);

/** How many pixels are covered of those for which something holds; a covered pixel is darker than this. */
function covered({ width, data }: Light, holds: (x: number, y: number) => boolean = () => true): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 3) {
    const pixel = i / 3;
    if (data[i]! < 0.6 && holds((pixel % width) + 0.5, Math.floor(pixel / width) + 0.5)) count++;
  }
  return count;
}

const middleOf = (side: string): ((x: number, y: number) => boolean) => {
  // The lines from the middle of one side to the middle of the opposite one.
  const rightOf = (x: number, y: number) => x - 72 - (y - 40) * (4 / 30) > 0;
  const below = (x: number, y: number) => y - 40 + (x - 72) * 0.1 > 0;
  return (x, y) =>
    ({ left: !rightOf(x, y), right: rightOf(x, y), top: !below(x, y), bottom: below(x, y) })[side] ?? false;
};

describe('plate-occlusion', () => {
  it.each(['left', 'right', 'top', 'bottom'])('covers its share from the %s', (side) => {
    for (const share of [0.1, 0.3, 0.45]) {
      const light = cover({ share, side });
      expect(Math.abs(covered(light) / AREA - share)).toBeLessThan(0.015);
      expect(covered(light, middleOf(side))).toBeGreaterThan(0.97 * covered(light));
    }
  });

  it('covers nothing, or all, and nothing outside', () => {
    const inside = createCanvas(150, 80, [0, 0, 0]);
    fillPolygons(inside, [SLANTED], [1, 1, 1]);
    expect(cover({ share: 0 }).data.every((value) => Math.abs(value - 1) < 1e-6)).toBe(true);
    for (const params of [{ share: 1 }, { share: 0.5 }, { share: 0.5, by: 'tow-bar' }]) {
      const { data } = cover(params);
      expect(data.every((value, i) => inside.data[i]! > 0 || value === 1)).toBe(true);
      if (params.share === 1) expect(data.every((value, i) => inside.data[i]! < 0.999 || value < 0.3)).toBe(true);
    }
  });

  it('covers more where the share is more, from the same side with the same edge', () => {
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    for (const seed of seeds) {
      const [less, more] = [cover({ share: 0.2 }, [SLANTED], seed), cover({ share: 0.5 }, [SLANTED], seed)];
      expect(less.data.every((value, i) => value > 0.6 || more.data[i]! < 0.6)).toBe(true);
    }
    // Every side comes up.
    const sideOf = (seed: number) =>
      ['left', 'right', 'top', 'bottom'].find((side) => {
        const light = cover({ share: 0.3 }, [SLANTED], seed);
        return covered(light, middleOf(side)) > 0.99 * covered(light);
      });
    expect(new Set(seeds.map(sideOf)).size).toBe(4);
  });

  it('has a rough edge of mud, and a straight one of a bar in the middle third', () => {
    const upright: Corners = [
      [10, 10],
      [130, 10],
      [130, 70],
      [10, 70],
    ];
    const edge = (light: Light) =>
      Array.from({ length: 58 }, (_, k) => covered(light, (_x, y) => Math.floor(y) === k + 11));
    expect(new Set(edge(cover({ share: 0.3, side: 'left' }, [upright]))).size).toBeGreaterThan(4);
    for (let seed = 0; seed < 10; seed++) {
      const bar = cover({ share: 0.1, by: 'tow-bar' }, [upright], seed);
      expect(new Set(edge(bar)).size).toBe(1);
      expect(Math.abs(edge(bar)[0]! - 12)).toBeLessThanOrEqual(1);
      const beside = covered(bar, (x) => x < 10 + 120 * (1 / 3 - 0.06) || x > 10 + 120 * (2 / 3 + 0.06));
      expect(beside).toBe(0);
    }
  });

  it('follows the perspective: half of a plate that runs away is more than half of its pixels near by', () => {
    const away: Corners = [
      [10, 10],
      [110, 28],
      [110, 52],
      [10, 70],
    ];
    const near = covered(cover({ share: 0.5, side: 'left' }, [away]));
    const far = covered(cover({ share: 0.5, side: 'right' }, [away]));
    expect(near / far).toBeGreaterThan(2);
    expect(Math.abs(near + far - 100 * 42)).toBeLessThan(130);
  });

  it('covers each plate, and leaves a picture without any as it is', () => {
    const second = SLANTED.map(([x, y]): Point => [x, y - 25]) as unknown as Corners;
    const both = cover({ share: 1 }, [SLANTED, second]);
    expect(covered(both)).toBeGreaterThan(1.7 * AREA);
    const seen: Seen = { image: white(), plates: [] };
    expect(lightAfter(PLATE_OCCLUSION, { step: 'plate-occlusion', share: 0.5 }, seen)).toBe(seen.image);
    expect(() => lightAfter(PLATE_OCCLUSION, { step: 'plate-occlusion', share: 0.5 }, { image: white() })).toThrow(
      'The step "plate-occlusion" needs the corners of the plates',
    );
  });

  it('leaves its input as it was, gives the same for a seed and another for another', () => {
    const seen = { image: white(), plates: [SLANTED] };
    const input = { step: 'plate-occlusion', share: '30 %' };
    const once = lightAfter(PLATE_OCCLUSION, input, seen, 7);
    expect(isSame(seen.image.data, white().data)).toBe(true);
    expect(isSame(lightAfter(PLATE_OCCLUSION, input, seen, 7).data, once.data)).toBe(true);
    expect(isSame(lightAfter(PLATE_OCCLUSION, input, seen, 8).data, once.data)).toBe(false);
  });

  it('stays finite and between black and white for any corners', () => {
    const point = fc.tuple(
      fc.double({ min: -30, max: 60, noNaN: true }),
      fc.double({ min: -30, max: 60, noNaN: true }),
    );
    const params = fc.record({
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      by: fc.constantFrom('mud', 'tow-bar'),
    });
    const image: Light = { width: 30, height: 20, data: new Float32Array(1800).fill(0.5) };
    fc.assert(
      fc.property(fc.tuple(point, point, point, point), params, fc.integer(), (corners, { share, by }, seed) => {
        const input = { step: 'plate-occlusion', share: Number(share.toFixed(6)), by };
        const { data } = lightAfter(PLATE_OCCLUSION, input, { image, plates: [corners] }, seed);
        return data.every((value) => value >= 0 && value <= 0.5 + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a share beyond all and a side for a tow bar, and says what it does', () => {
    const parse = (params: object) => PLATE_OCCLUSION.schema.safeParse({ step: 'plate-occlusion', ...params });
    for (const params of [
      {},
      { share: 1.2 },
      { share: 0.2, by: 'tow-bar', side: 'left' },
      { share: 0.2, by: 'snow' },
    ]) {
      expect(parse(params).success).toBe(false);
    }
    const text = (params: object) => PLATE_OCCLUSION.text(parse(params).data!);
    expect(text({ share: '30 %' })).toBe('30% of the plate under mud');
    expect(text({ share: '30 %', side: 'left' })).toBe('30% of the plate under mud, from the left');
    expect(text({ share: '10 %', by: 'tow-bar' })).toBe('10% of the plate behind a tow bar');
  });
});
