import type { Colour } from '../../../images/drawing/colour.js';
import { ellipse, type Polygon, rectangle } from '../../../images/drawing/polygon.js';
import type { Ornament, PlateShape } from './face.js';

const BLUE: Colour = [20, 60, 160];
const WHITE: Colour = [245, 245, 245];
const YELLOW: Colour = [240, 210, 60];
const RED: Colour = [190, 30, 40];

/** The blue band at the left edge with a ring of twelve stars, or without one. */
export function blueBand(width: number, height: number, stars: boolean): PlateShape[] {
  const band: PlateShape = { polygons: [rectangle(0, 0, width, height)], colour: BLUE };
  if (!stars) return [band];
  const ring = Array.from({ length: 12 }, (_, k): Polygon => {
    const angle = (k * Math.PI) / 6;
    return ellipse(width / 2 + 12 * Math.cos(angle), height * 0.32 + 12 * Math.sin(angle), 2.3, 2.3, 8);
  });
  return [band, ...ring.map((star): PlateShape => ({ polygons: [star], colour: YELLOW }))];
}

/** A hyphen as wide as `width` with room around it, at the height `y`. */
export function hyphen(y: number, width: number, colour: Colour): Ornament {
  return {
    width: width * 1.5,
    ornament: (left, room) => [{ polygons: [rectangle(left + room / 6, y - 5, left + (room * 5) / 6, y + 5)], colour }],
  };
}

/** A red shield with a white cross, from `top` down. */
export function shield(top: number, width: number, height: number): Ornament {
  return {
    width,
    ornament: (left, room) => {
      const x = (share: number) => left + room * share;
      const y = (share: number) => top + height * share;
      return [
        {
          polygons: [
            [
              [x(0.08), y(0.14)],
              [x(0.92), y(0.14)],
              [x(0.92), y(0.66)],
              [x(0.5), y(1)],
              [x(0.08), y(0.66)],
            ],
            ellipse(x(0.5), y(0.1), room * 0.18, height * 0.1, 12),
          ],
          colour: RED,
        },
        {
          polygons: [rectangle(x(0.42), y(0.24), x(0.58), y(0.84)), rectangle(x(0.2), y(0.42), x(0.8), y(0.56))],
          colour: WHITE,
        },
      ];
    },
  };
}

/** Two round seals one above the other: that of the inspection and that of the registration office. */
export function seals(middle: number, width: number): Ornament {
  return {
    width,
    ornament: (left, room) => [
      { polygons: [ellipse(left + room / 2, middle - 21, room * 0.4, room * 0.4)], colour: [214, 140, 60] },
      { polygons: [ellipse(left + room / 2, middle - 21, room * 0.18, room * 0.18)], colour: [60, 60, 60] },
      { polygons: [ellipse(left + room / 2, middle + 19, room * 0.48, room * 0.48)], colour: [176, 180, 186] },
      { polygons: [ellipse(left + room / 2, middle + 19, room * 0.25, room * 0.25)], colour: [130, 120, 110] },
    ],
  };
}
