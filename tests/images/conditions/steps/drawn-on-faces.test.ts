import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from '../../../../src/images/box.js';
import type { PictureStep } from '../../../../src/images/conditions/step.js';
import { stepKind } from '../../../../src/images/conditions/step-schema.js';
import type { Light } from '../../../../src/images/light.js';
import { anyFace, changedShare, evenFace, FRONTAL, isSame, lightAfter, quarterTurned } from './face-fixture.js';

const STEPS = ['surgical-mask', 'sunglasses', 'cap-brim'] as const;
const stepOf = (name: string) => stepKind(name) as PictureStep<never>;
const draw = (name: string, seen: ReturnType<typeof evenFace>) => lightAfter(stepOf(name), { step: name }, seen);

/** The mean difference of two lights of one size. */
function difference(a: Light, b: Light): number {
  return a.data.reduce((sum, value, i) => sum + Math.abs(value - b.data[i]!), 0) / a.data.length;
}

/** The light turned to the right by a quarter. */
function turned({ width: side, data }: Light): Light {
  const result = new Float32Array(data.length);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      for (let c = 0; c < 3; c++) result[(x * side + side - 1 - y) * 3 + c] = data[(y * side + x) * 3 + c]!;
    }
  }
  return { width: side, height: side, data: result };
}

describe.each(STEPS)('%s', (name) => {
  it('needs a face, and says so where there is none', () => {
    expect(stepOf(name).needs({} as never)).toEqual(['face']);
    expect(() => lightAfter(stepOf(name), { step: name }, { image: evenFace().image })).toThrow(
      `The step "${name}" needs the five points of a face, and none are known`,
    );
    expect(() => draw(name, evenFace(0.4, 112, FRONTAL.slice(1)))).toThrow('4 are known');
  });

  it('leaves its input as it was, and gives the same again', () => {
    const seen = evenFace();
    const before = seen.image.data.slice();
    const once = draw(name, seen);
    expect(isSame(seen.image.data, before)).toBe(true);
    expect(isSame(draw(name, seen).data, once.data)).toBe(true);
    expect(changedShare(once)).toBeGreaterThan(0.08);
  });

  it('turns with the face', () => {
    const upright = draw(name, evenFace());
    const onItsSide = draw(name, evenFace(0.4, 112, quarterTurned(FRONTAL, 112)));
    // Lines are counted down to a fifth of a pixel, so edges differ a little.
    expect(difference(turned(upright), onItsSide)).toBeLessThan(0.003);
    expect(difference(upright, onItsSide)).toBeGreaterThan(0.02);
  });

  it('grows with the face', () => {
    const doubled = FRONTAL.map(([x, y]): Point => [x * 2, y * 2]);
    const [small, large] = [draw(name, evenFace()), draw(name, evenFace(0.4, 224, doubled))];
    expect(changedShare(large) / changedShare(small)).toBeCloseTo(1, 1);
  });

  it('is the mirror image for the mirrored face, and leans to the side where the nose points', () => {
    const [right, left, , mouthRight, mouthLeft] = FRONTAL as [Point, Point, Point, Point, Point];
    const facing = (nose: number) => draw(name, evenFace(0.4, 112, [right, left, [nose, 72], mouthRight, mouthLeft]));
    const [toRight, toLeft] = [facing(64), facing(48)];
    const mirrored = new Float32Array(toLeft.data.length);
    for (let i = 0; i < mirrored.length; i++) {
      const [x, rest] = [Math.floor(i / 3) % 112, i - (Math.floor(i / 3) % 112) * 3];
      mirrored[rest + (111 - x) * 3] = toLeft.data[i]!;
    }
    expect(difference(toRight, { ...toLeft, data: mirrored })).toBeLessThan(1e-3);
    expect(difference(toRight, toLeft)).toBeGreaterThan(0.01);
  });

  it('is half as bright in half the light', () => {
    const [bright, dark] = [draw(name, evenFace(0.4)), draw(name, evenFace(0.2))];
    expect(bright.data.every((value, i) => Math.abs(value - 2 * dark.data[i]!) < 1e-4)).toBe(true);
  });

  it('is grey in a grey picture, and finite and not below black for any five points', () => {
    fc.assert(
      fc.property(anyFace, fc.constantFrom(0, 0.3, 1), (face, level) => {
        const { data } = draw(name, evenFace(level, 40, face));
        for (let i = 0; i < data.length; i += 3) {
          if (!(data[i]! >= 0 && data[i]! <= 3 * level + 1e-6)) throw new Error(`light ${data[i]} at ${i}`);
          if (Math.abs(data[i]! - data[i + 2]!) > 1e-6) throw new Error(`a colour at ${i}`);
        }
      }),
      { numRuns: 40 },
    );
  });
});
