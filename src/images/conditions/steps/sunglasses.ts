import { z } from 'zod';
import { fillPolygons, type Paint } from '../../drawing/canvas.js';
import { type Polygon, reversed } from '../../drawing/polygon.js';
import { type Drawing, drawOnFace } from '../face/draw-on-face.js';
import type { FaceFrame, Place } from '../face/frame.js';
import { bandBehind, patch } from '../face/patch.js';
import { quantity, quantityText } from '../quantity.js';
import type { PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('sunglasses'),
  /** The share of the light from the eyes that the lenses keep back. */
  opacity: quantity('share', { min: 0, max: 1 }).default(0.95),
});

type Params = z.output<typeof schema>;

/** Dark glasses over the eyes. */
export const SUNGLASSES: PictureStep<Params> = {
  name: 'sunglasses',
  title: 'the face with sunglasses',
  schema,
  needs: () => ['face'],
  text: ({ opacity }) => `sunglasses, ${quantityText('share', opacity)} opaque`,
  sweep: { parameter: 'opacity', unit: '' },
  apply: (seen, { opacity }) => drawOnFace(seen, 'sunglasses', drawing(opacity)),
};

/** A lens is 54 mm wide and 42 mm high, its middle a little outside and below the eye's. */
const LENS = { across: 0.53, down: 0.05, width: 0.86, height: 0.62, rim: 0.035 } as const;

function drawing(opacity: number): Drawing {
  return (canvas, frame, scene) => {
    const rim: Paint = (x, y) => scene.shine([0.02, 0.02, 0.022], frame.unproject(x + 0.5, y + 0.5)[0]);
    // The sky in the upper part, which curved lenses show.
    const lens: Paint = (x, y) => {
      const [across, down] = frame.unproject(x + 0.5, y + 0.5);
      const upper = Math.min(1, Math.max(0, (LENS.down - down) / (LENS.height / 2) + 0.2));
      return scene.shine([0.018 + 0.05 * upper ** 2, 0.018 + 0.054 * upper ** 2, 0.02 + 0.062 * upper ** 2], across);
    };
    for (const side of [-1, 1]) {
      const hinge = onFront(side * 0.95, -0.1);
      fillPolygons(canvas, bandBehind(frame, hinge, [side * 1.2, -0.03, -0.85], 0.075), rim);
    }
    for (const side of [-1, 1]) {
      fillPolygons(canvas, [lensOutline(frame, side, LENS.rim / 2)], lens, opacity);
      fillPolygons(canvas, [lensOutline(frame, side, LENS.rim), reversed(lensOutline(frame, side, 0))], rim);
    }
    const bridge = patch(frame, (u, v) => onFront(0.13 * u, -0.1 + 0.09 * v + 0.05 * u * u), 4, 1);
    fillPolygons(canvas, bridge, rim);
  };
}

/** A place on the glasses' front, which bends back towards the temples. */
function onFront(across: number, down: number): Place {
  return [across, down, 0.22 - 0.28 * across ** 2];
}

/** A lens, `more` wider on every side: a rounded outline, flatter above than below. */
function lensOutline(frame: FaceFrame, side: number, more: number): Polygon {
  return Array.from({ length: 40 }, (_, k) => {
    const angle = (side * 2 * Math.PI * k) / 40;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const rounded = (value: number) => Math.sign(value) * Math.abs(value) ** 0.7;
    // Narrower towards the nose's wings.
    const narrow = sin > 0 ? 1 - 0.14 * sin : 1;
    const across = side * LENS.across + (LENS.width / 2 + more) * rounded(cos) * narrow;
    return frame.project(onFront(across, LENS.down + (LENS.height / 2 + more) * rounded(sin)));
  });
}
