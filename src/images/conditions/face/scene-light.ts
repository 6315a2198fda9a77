import type { Point } from '../../box.js';
import type { Colour } from '../../drawing/colour.js';
import { type Light, LUMINANCE } from '../../light.js';
import type { FaceFrame, Place } from './frame.js';

/** The light that falls on a face, as far as the picture tells. */
export interface SceneLight {
  /** What something looks like that reflects these shares of red, green and blue, at a place as seen. */
  shine(reflectance: Colour, across: number): Colour;
}

/** So many places on a side are enough for a percentile. */
const PLACES = 48;
/** Beyond it are highlights. */
const BRIGHTEST = 0.95;

/**
 * The light at a face. White is taken for what the brightest twentieth of head and shoulders reaches, held between 1.4
 * and 3 times what that of the face does: skin reflects between a third and two thirds in its bright parts, and a dark
 * background, a dark skin or a lamp behind somebody alone would mislead. One cheek brighter than the other makes the
 * light fall from that side. In a grey picture everything is grey.
 */
export function sceneLight(light: Light, frame: FaceFrame): SceneLight {
  const face = samples(light, frame, [-0.7, -0.5, 0.7, 1.5]);
  const around = samples(light, frame, [-3, -2, 3, 4]);
  const ofFace = brightest(face);
  const white = Math.min(3 * ofFace, Math.max(1.4 * ofFace, brightest(around)));
  const grey = face.every((colour) => Math.max(...colour) - Math.min(...colour) <= 0.002 * Math.max(...colour));
  const [right, left] = [cheek(light, frame, -0.5), cheek(light, frame, 0.5)];
  const slope = right + left > 0 ? Math.max(-0.5, Math.min(0.5, (left - right) / (left + right))) : 0;
  return {
    shine: (reflectance, across) => {
      const here = white * (1 + slope * Math.max(-1, Math.min(1, across)));
      if (!grey) return [reflectance[0] * here, reflectance[1] * here, reflectance[2] * here];
      const level = luminance(reflectance) * here;
      return [level, level, level];
    },
  };
}

function cheek(light: Light, frame: FaceFrame, across: number): number {
  const values = samples(light, frame, [across - 0.2, 0.3, across + 0.2, 0.75]).map(luminance);
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}

/** The light at places spread over a part of the face's plane, those that are in the picture. */
function samples(
  { width, height, data }: Light,
  frame: FaceFrame,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Colour[] {
  const found: Colour[] = [];
  for (let row = 0; row < PLACES; row++) {
    for (let column = 0; column < PLACES; column++) {
      const place: Place = [
        left + ((right - left) * (column + 0.5)) / PLACES,
        top + ((bottom - top) * (row + 0.5)) / PLACES,
        0,
      ];
      const [x, y] = frame.project(place).map(Math.floor) as unknown as Point;
      if (!(x >= 0 && y >= 0 && x < width && y < height)) continue;
      const at = (y * width + x) * 3;
      found.push([data[at]!, data[at + 1]!, data[at + 2]!]);
    }
  }
  return found;
}

function brightest(colours: readonly Colour[]): number {
  const sorted = Float64Array.from(colours, luminance).sort();
  return sorted[Math.floor(sorted.length * BRIGHTEST)] ?? 0;
}

function luminance([red, green, blue]: Colour): number {
  return LUMINANCE[0] * red + LUMINANCE[1] * green + LUMINANCE[2] * blue;
}
