import { expect, it } from 'vitest';
import type { Point } from '../../../../src/images/box.js';
import { faceFrame } from '../../../../src/images/conditions/face/frame.js';
import { FRONTAL } from '../steps/face-fixture.js';

const [RIGHT_EYE, LEFT_EYE, , MOUTH_RIGHT, MOUTH_LEFT] = FRONTAL as [Point, Point, Point, Point, Point];
const turnedTo = (nose: number) => faceFrame([RIGHT_EYE, LEFT_EYE, [nose, 72], MOUTH_RIGHT, MOUTH_LEFT]);

function expectPlace([x, y]: Point, [wantedX, wantedY]: Point): void {
  expect(x).toBeCloseTo(wantedX, 6);
  expect(y).toBeCloseTo(wantedY, 6);
}

it('measures in distances of the eyes and from eyes to mouth', () => {
  const frame = faceFrame(FRONTAL);
  expectPlace(frame.project([-0.5, 0, 0]), RIGHT_EYE);
  expectPlace(frame.project([0.5, 0, 0]), LEFT_EYE);
  expectPlace(frame.project([0, 1, 0.3]), [56, 92]);
  expect(frame.length).toBeCloseTo(40 / 36, 6);
});

it('has eyes, nose and mouth where they are, of a face that is turned and rolled', () => {
  // Any turn keeps eyes and mouth; the nose is where its 0.5 before the eyes is seen.
  for (const nose of [48, 52, 60, 64]) {
    const frame = turnedTo(nose);
    expectPlace(frame.project([-0.5, 0, 0]), RIGHT_EYE);
    expectPlace(frame.project([0, 1, 0.15]), [56, 92]);
    expectPlace(frame.project([0, 0.5, 0.5]), [nose, 72]);
  }
  const rolled = faceFrame(FRONTAL.map(([x, y]): Point => [0.8 * x - 0.6 * y, 0.6 * x + 0.8 * y]));
  expectPlace(rolled.project([0, 1, 0]), [0.8 * 56 - 0.6 * 92, 0.6 * 56 + 0.8 * 92]);
});

it('shows more of the side that the nose points away from', () => {
  const frame = turnedTo(64);
  const [ear, farEar] = [frame.project([-1.2, 0, -1])[0], frame.project([1.2, 0, -1])[0]];
  expect(56 - ear).toBeGreaterThan(1.5 * (farEar - 56));
});

it('finds the place of a pixel', () => {
  const frame = turnedTo(56);
  for (const place of [
    [0.3, 0.2],
    [-1, 1.4],
  ] as Point[]) {
    expectPlace(frame.unproject(...frame.project([...place, 0])), place);
  }
});
