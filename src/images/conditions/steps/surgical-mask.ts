import { z } from 'zod';
import { fillPolygons, type Paint } from '../../drawing/canvas.js';
import { type Colour, scaleColour } from '../../drawing/colour.js';
import { type Drawing, drawOnFace } from '../face/draw-on-face.js';
import type { FaceFrame } from '../face/frame.js';
import { bandBehind, patch, reachOf, type Surface } from '../face/patch.js';
import type { PictureStep } from '../step.js';

/** What the cloth reflects of red, green and blue. */
const COLOURS = {
  blue: [0.31, 0.52, 0.66],
  white: [0.78, 0.79, 0.8],
  black: [0.03, 0.03, 0.032],
} as const satisfies Record<string, Colour>;

const schema = z.strictObject({
  step: z.literal('surgical-mask'),
  colour: z.enum(['blue', 'white', 'black']).default('blue'),
  /** Worn right, or below the nose. */
  nose: z.enum(['covered', 'bare']).default('covered'),
});

type Params = z.output<typeof schema>;

/** A surgical mask over mouth and chin, and over the nose unless it is worn below it. */
export const SURGICAL_MASK: PictureStep<Params> = {
  name: 'surgical-mask',
  title: 'the face with a surgical mask',
  schema,
  needs: () => ['face'],
  text: ({ colour, nose }) => `${colour} surgical mask, nose ${nose}`,
  apply: (seen, params) => drawOnFace(seen, 'surgical-mask', drawing(params)),
};

const SIDE = 0.98;
const CHIN = 1.74;

/**
 * Where the lower edge is, below the chin. A smile draws the corners of the mouth up and leaves the chin; a bowed head
 * takes both up: half of what is short of the usual length is taken for a smile.
 */
const chinOf = ({ length }: FaceFrame): number => CHIN * Math.min(1.25, Math.max(1, Math.sqrt(1.1 / length)));

/** The mask: `v` runs from its upper edge to below the chin. */
function maskSurface(nose: Params['nose'], chin: number): Surface {
  const covered = nose === 'covered';
  return (u, v) => {
    const aside = Math.abs(u);
    // Highest on the nose's bridge, where a wire bends it, and from there straight to the sides.
    const top = covered ? 0.2 + 0.42 * Math.hypot(aside, 0.12) : 0.74 + 0.02 * aside;
    const bottom = chin - 0.42 * aside ** 2.4;
    const forward = covered ? 0.25 + 0.3 * Math.sin(Math.PI * v) : 0.28 + 0.1 * Math.sin(Math.PI * v);
    return [u * (SIDE - 0.16 * v), top + (bottom - top) * v, forward - (forward + 0.6) * aside ** 2];
  };
}

function drawing({ colour, nose }: Params): Drawing {
  return (canvas, frame, scene) => {
    const chin = chinOf(frame);
    const surface = maskSurface(nose, chin);
    const [from, to] = reachOf(frame, surface);
    const cloth: Paint = (x, y) => {
      const [across, down] = frame.unproject(x + 0.5, y + 0.5);
      const aside = Math.min(1, Math.abs((2 * (across - from)) / (to - from) - 1));
      const below = Math.min(1, Math.max(0, (down - 0.9) / (chin - 0.9)));
      return scaleColour(scene.shine(COLOURS[colour], across), (1 - 0.4 * aside ** 2.5) * (1 - 0.3 * below ** 1.5));
    };
    const line = (at: Surface, shade: number, opacity: number) =>
      fillPolygons(canvas, patch(frame, at, 16, 1), scaleColour(scene.shine(COLOURS[colour], 0), shade), opacity);
    for (const side of [-1, 1]) {
      const upper = surface(side * 0.98, 0.03);
      const lower = surface(side * 0.98, 0.97);
      for (const band of [
        bandBehind(frame, upper, [side * 1.22, 0.12, -0.95], 0.035),
        bandBehind(frame, lower, [side * 1.2, 0.62, -0.95], 0.035),
      ]) {
        fillPolygons(canvas, band, scene.shine([0.6, 0.62, 0.64], side), 0.85);
      }
    }
    // What the mask keeps from the skin beside it.
    fillPolygons(
      canvas,
      patch(frame, (u, v) => surface(u * 1.035, v * 1.045 - 0.02)),
      [0, 0, 0],
      0.2,
    );
    fillPolygons(canvas, patch(frame, surface), cloth);
    for (const v of [0.36, 0.53, 0.7]) {
      line(strip(surface, v, 0.012, 0.9), 0.35, 0.45);
      line(strip(surface, v + 0.028, 0.016, 0.9), 1.25, 0.3);
    }
    line(strip(surface, 0.075, 0.007, 0.96), 0.5, 0.35);
    line(strip(surface, 0.955, 0.007, 0.96), 0.5, 0.35);
    if (nose === 'covered') line(strip(surface, 0.045, 0.022, 0.4), 1.3, 0.3);
    for (const side of [-1, 1]) {
      // A side that bends out of sight shows no hem.
      const [outer, inner] = [1, 0.8].map((u) => frame.unproject(...frame.project(surface(side * u, 0.5)))[0]);
      if ((outer! - inner!) * side > 0) line((u, v) => surface(side * (0.927 + 0.012 * v), (u + 1) / 2), 0.5, 0.3);
    }
  };
}

/** A line across the mask at `v`, `half` of its height to either side, over `reach` of its width. */
function strip(surface: Surface, v: number, half: number, reach: number): Surface {
  return (u, across) => surface(u * reach, v + (2 * across - 1) * half);
}
