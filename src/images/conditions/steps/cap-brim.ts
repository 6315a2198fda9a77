import { z } from 'zod';
import { type Canvas, fillPolygons, type Paint } from '../../drawing/canvas.js';
import { type Colour, scaleColour } from '../../drawing/colour.js';
import { type Drawing, drawOnFace } from '../face/draw-on-face.js';
import type { FaceFrame } from '../face/frame.js';
import { patch, reachOf, type Surface } from '../face/patch.js';
import { quantity, quantityText } from '../quantity.js';
import type { PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('cap-brim'),
  /** How far the brim's edge is down: 0 at the middle of the forehead, 1 at the eyebrows. */
  lowered: quantity('share', { min: 0, max: 1 }).default(0.5),
  /** How much darker it is under the brim. */
  shadow: quantity('stops', { min: -8, max: 0 }).default(-2),
});

type Params = z.output<typeof schema>;

/** A cap over forehead and hair, and the shadow that its brim throws over the eyes. */
export const CAP_BRIM: PictureStep<Params> = {
  name: 'cap-brim',
  title: 'the face under a cap, in the shadow of its brim',
  schema,
  needs: () => ['face'],
  text: ({ lowered, shadow }) =>
    `cap, brim ${quantityText('share', lowered)} lowered, shadow ${quantityText('stops', shadow)}`,
  sweep: { parameter: 'lowered', unit: '' },
  apply: (seen, params) => drawOnFace(seen, 'cap-brim', drawing(params)),
};

/** Where the middle of the forehead and the eyebrows are, in distances from eyes to mouth. */
const FOREHEAD = -0.62;
const EYEBROWS = -0.28;
const CLOTH: Colour = [0.028, 0.036, 0.075];

function drawing({ lowered, shadow }: Params): Drawing {
  const edge = FOREHEAD + (EYEBROWS - FOREHEAD) * lowered;
  return (canvas, frame, scene) => {
    darken(canvas, frame, edge, 2 ** shadow);
    const crown = crownSurface(edge);
    const brim = brimSurface(edge);
    const shaded =
      (surface: Surface, shade: (aside: number, down: number) => number): Paint =>
      (x, y) => {
        const [from, to] = reach.get(surface)!;
        const [across, down] = frame.unproject(x + 0.5, y + 0.5);
        const aside = Math.max(-1, Math.min(1, (2 * (across - from)) / (to - from) - 1));
        return scaleColour(scene.shine(CLOTH, across), shade(aside, down));
      };
    const reach = new Map([crown, brim].map((surface) => [surface, reachOf(frame, surface)]));
    fillPolygons(
      canvas,
      patch(frame, crown),
      shaded(crown, (aside, down) => (1.9 - 1.2 * aside ** 2) * (0.55 + 0.6 * Math.min(1, Math.max(0, edge - down)))),
    );
    for (const u of [-0.32, 0, 0.32]) {
      const seam: Surface = (width, v) => crown(u + 0.006 * width, v);
      fillPolygons(canvas, patch(frame, seam, 1), scene.shine([0.01, 0.012, 0.025], 0), 0.5);
    }
    // What the brim hides of the light on the crown above it.
    fillPolygons(
      canvas,
      patch(frame, (u, v) => brim(u, 0.5 * v - 0.16)),
      [0, 0, 0],
      0.35,
    );
    const lit = (aside: number, down: number): number =>
      2 - 0.9 * aside ** 2 + 0.8 * Math.max(-1, Math.min(0, down - edge));
    fillPolygons(canvas, patch(frame, brim), shaded(brim, lit));
    // Seams run along the brim's edge, and below it its dark underside shows.
    for (const v of [0.72, 0.84]) {
      const seam: Surface = (u, width) => brim(u * 0.95, v + 0.03 * width);
      fillPolygons(canvas, patch(frame, seam, 16, 1), scene.shine(CLOTH, 0), 0.6);
    }
    fillPolygons(
      canvas,
      patch(frame, (u, v) => brim(u, 0.93 + 0.07 * v), 16, 1),
      scene.shine([0.006, 0.006, 0.01], 0),
    );
  };
}

/** Half a ball around the head: `u` runs around it, `v` from its lower edge to its top. */
function crownSurface(edge: number): Surface {
  const top = edge - 1.35;
  return (u, v) => {
    const around = u * 0.78 * Math.PI;
    const up = (v * Math.PI) / 2;
    const round = Math.cos(up) ** 0.75;
    const lower = edge - 0.24 * Math.max(0, Math.cos(around));
    return [
      (1.22 + 0.06 * Math.sin(2 * up)) * round * Math.sin(around),
      lower + (top - lower) * Math.sin(up),
      -0.9 + 1.15 * Math.cos(around) * round,
    ];
  };
}

/** The brim: `v` runs from where it is sewn on to its edge, which stands before the face and bends down at the sides. */
function brimSurface(edge: number): Surface {
  return (u, v) => {
    const aside = u * u;
    const sewn = edge - 0.42 + 0.3 * aside;
    const out = edge + 0.13 * aside ** 1.5;
    return [u * (1.16 + 0.06 * v * (1 - aside)), sewn + (out - sewn) * v, 0.25 - 0.75 * aside + 1.05 * v * (1 - aside)];
  };
}

/** How far down the shadow reaches from the brim's edge, and over how much it ends. */
const SHADOW = { deep: 0.95, soft: 0.25 } as const;

/** Multiplies the light under the brim, with a soft end below and at the sides of the face. */
function darken({ width, height, data }: Canvas, frame: FaceFrame, edge: number, factor: number): void {
  const face: Surface = (u) => [1.05 * u, 0, 0.2 - 0.8 * u * u];
  const [from, to] = reachOf(frame, face);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const [across, down] = frame.unproject(x + 0.5, y + 0.5);
      const aside = (2 * (across - from)) / (to - from) - 1;
      if (down < edge - 0.4 || down > edge + SHADOW.deep || Math.abs(aside) > 1) continue;
      // The brim is shorter at its sides, and so is its shadow.
      const end = edge + SHADOW.deep - 0.3 * aside ** 4;
      const share = ramp((end - down) / SHADOW.soft) * ramp((1 - Math.abs(aside)) / 0.2);
      const times = 1 + (factor - 1) * share;
      for (let c = 0; c < 3; c++) data[at + c]! *= times;
    }
  }
}

/** 0 to 1, smooth at both ends. */
function ramp(share: number): number {
  const held = Math.min(1, Math.max(0, share));
  return held * held * (3 - 2 * held);
}
