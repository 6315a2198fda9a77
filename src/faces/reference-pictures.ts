import { createCanvas, toPicture } from '../images/drawing/canvas.js';
import { type Colour, scaleColour } from '../images/drawing/colour.js';
import type { Picture } from '../images/picture.js';
import { randomBelow, seededRandom } from '../statistics/seeded.js';

/** What makes one drawn face another, in parts of the crop. */
interface DrawnFace {
  readonly skin: Colour;
  readonly hair: Colour;
  readonly behind: Colour;
  readonly eye: number;
  readonly brow: number;
  readonly nose: number;
  readonly mouth: number;
  readonly width: number;
  readonly fringe: number;
  readonly beard?: true;
}

const FACES: readonly DrawnFace[] = [
  {
    skin: [235, 200, 175],
    hair: [60, 40, 25],
    behind: [90, 130, 190],
    eye: 0.07,
    brow: 0.4,
    nose: 0.04,
    mouth: 0.13,
    width: 0.42,
    fringe: 0.12,
  },
  {
    skin: [95, 62, 45],
    hair: [15, 12, 12],
    behind: [225, 225, 215],
    eye: 0.055,
    brow: 0.37,
    nose: 0.08,
    mouth: 0.2,
    width: 0.47,
    fringe: 0.05,
    beard: true,
  },
  {
    skin: [215, 170, 120],
    hair: [200, 180, 90],
    behind: [40, 90, 50],
    eye: 0.09,
    brow: 0.35,
    nose: 0.03,
    mouth: 0.09,
    width: 0.33,
    fringe: 0.3,
  },
  {
    skin: [160, 110, 80],
    hair: [190, 190, 190],
    behind: [140, 40, 40],
    eye: 0.04,
    brow: 0.41,
    nose: 0.06,
    mouth: 0.16,
    width: 0.5,
    fringe: 0,
  },
];

/** What is seen at a place, x and y in parts of the crop. */
type Drawing = (x: number, y: number) => Colour;

const BLACK: Colour = [20, 20, 30];
const RED: Colour = [150, 50, 60];

/** A face as a child draws it, its eyes and mouth where a crop of five points has them. */
function faceDrawing(face: DrawnFace): Drawing {
  const { skin, hair, behind, eye, brow, nose, mouth, width, fringe, beard } = face;
  return (x, y) => {
    const within = (left: number, top: number, wide: number, high: number) =>
      ((x - left) / wide) ** 2 + ((y - top) / high) ** 2 < 1;
    if (within(0.34, 0.46, eye, 0.035) || within(0.66, 0.46, eye, 0.035)) return BLACK;
    if (within(0.34, brow, 0.1, 0.02) || within(0.66, brow, 0.1, 0.02)) return hair;
    if (within(0.5, 0.62, nose, 0.07)) return scaleColour(skin, 0.8);
    if (within(0.5, 0.82, mouth, mouth / 4)) return RED;
    if (beard && y > 0.74 && within(0.5, 0.85, 0.36, 0.2)) return hair;
    if (y > fringe && within(0.5, 0.55, width, 0.52)) return scaleColour(skin, 1 - x / 4);
    return y < 0.5 ? hair : behind;
  };
}

/** Pictures that no network can take for one another: noise, squares, a gradient, white. */
function patternDrawings(): Drawing[] {
  const random = seededRandom(1);
  const noise = () => randomBelow(random, 256);
  return [
    () => [noise(), noise(), noise()],
    (x, y) => ((Math.floor(x * 7) + Math.floor(y * 7)) % 2 ? [230, 230, 230] : [20, 20, 20]),
    (x, y) => [255 * x, 255 * y, 255 * (1 - x)],
    () => [255, 255, 255],
  ];
}

/**
 * Eight pictures as different as can be, of a crop's size: four drawn faces and four patterns, the same on every machine.
 * They say whether a network sees a difference at all, not how well it knows people.
 */
export function referencePictures(width: number, height: number): Picture[] {
  return [...FACES.map(faceDrawing), ...patternDrawings()].map((drawing) =>
    toPicture(createCanvas(width, height, (x, y) => drawing((x + 0.5) / width, (y + 0.5) / height))),
  );
}
