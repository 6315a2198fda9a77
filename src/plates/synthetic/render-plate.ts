import type { PlateLabel } from '../../datasets/sample.js';
import { FalsematchError } from '../../files/errors.js';
import { sensorNoise } from '../../images/conditions/sensor-noise.js';
import { toPicture } from '../../images/drawing/canvas.js';
import type { Picture } from '../../images/picture.js';
import { namedRandom, randomBetween } from '../../statistics/named-random.js';
import type { PlateCondition } from './conditions/condition.js';
import { plateCondition } from './conditions/conditions.js';
import { drawPlate } from './drawing/draw-plate.js';
import { drawScene } from './drawing/draw-scene.js';
import { layOnto } from './drawing/lay-onto.js';
import { type MatchedText, matchText, type PlateFormat } from './formats/format.js';
import { plateFormat } from './formats/formats.js';
import { drawPose, type Pose } from './pose.js';

/** What is to be drawn. */
export interface PlateOrder {
  /** The name of a format: serbia, eu, us or mercosul. */
  readonly format: string;
  /** A text that the format has, without spaces and hyphens. */
  readonly text: string;
  /** The name of a condition, such as clean or dirt. */
  readonly condition: string;
  /** A whole number of 0 or more; with the rest of the order it decides every byte. */
  readonly seed: number;
  /** Of the picture, in pixels: 480 x 360 when absent, at least 320 x 240. */
  readonly width?: number;
  readonly height?: number;
}

/** A drawn picture and what is on it. */
export interface RenderedPlate {
  readonly picture: Picture;
  readonly label: Required<Pick<PlateLabel, 'box' | 'corners' | 'text'>>;
  /** The country whose plate it is: ISO 3166-1 alpha-2. */
  readonly country: string;
}

interface ReadOrder {
  readonly format: PlateFormat;
  readonly matched: MatchedText;
  readonly condition: PlateCondition;
  readonly width: number;
  readonly height: number;
  readonly pose: Pose;
}

/**
 * Draws a made-up plate on a made-up car: the same order gives the same bytes. The label's corners are those of the
 * plate's outline, in hundredths of a pixel, and the box is the smallest upright one around them.
 * Throws FalsematchError for an unknown format or condition, a text that the format has not, and a picture too small.
 */
export function renderPlate(order: PlateOrder): RenderedPlate {
  const read = readOrder(order);
  const { format, matched, condition, width, height, pose } = read;
  const random = (what: string) => namedRandom(order.seed, what);
  const scene = drawScene(width, height, pose, random('scene'));
  condition.scene?.(scene, random(`${condition.name} scene`));
  const face = format.face(matched.parts, matched.pattern, random('face'));
  const plate = drawPlate(format, face, Math.round(pose.width * 3));
  condition.plate?.(plate, random(`${condition.name} plate`));
  layOnto(scene, plate, pose.corners);
  const taken = toPicture(scene);
  const changed = condition.picture?.(taken, pose, random(`${condition.name} picture`)) ?? taken;
  const noise = random('noise');
  const sigma = randomBetween(noise, ...(condition.noise ?? [1, 3]));
  const picture = sensorNoise(changed, sigma, noise, condition.monochrome);
  return { picture, label: labelOf(read, order.text), country: matched.pattern.country };
}

/** The label of `renderPlate`'s picture, and its country, without drawing it. */
export function labelPlate(order: PlateOrder): Omit<RenderedPlate, 'picture'> {
  const read = readOrder(order);
  return { label: labelOf(read, order.text), country: read.matched.pattern.country };
}

function labelOf({ pose: { box, corners } }: ReadOrder, text: string): RenderedPlate['label'] {
  return { box, corners, text };
}

function readOrder({ text, seed, width = 480, height = 360, ...names }: PlateOrder): ReadOrder {
  const format = plateFormat(names.format);
  const condition = plateCondition(names.condition);
  const matched = matchText(format, text);
  if (!matched) {
    throw new FalsematchError(
      `"${text}" is no text of the plate format ${format.name}; write one such as ${exampleOf(format)}, without spaces and hyphens.`,
    );
  }
  if (!(Number.isInteger(width) && Number.isInteger(height) && width >= 320 && height >= 240)) {
    throw new FalsematchError(
      `A picture of a plate must be at least 320 x 240 whole pixels, found ${width} x ${height}; make it larger.`,
    );
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new FalsematchError(`A seed must be a whole number of 0 or more, found ${seed}; change "seed".`);
  }
  const random = namedRandom(seed, `${condition.name} pose`);
  return {
    format,
    matched,
    condition,
    width,
    height,
    pose: drawPose(condition.pose, format.size, { width, height }, random),
  };
}

function exampleOf({ patterns }: PlateFormat): string {
  return (patterns[0]?.parts ?? []).map((choices) => choices[0]).join('');
}
