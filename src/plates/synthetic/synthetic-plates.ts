import { FalsematchError } from '../../files/errors.js';
import type { Box, Corners } from '../../images/box.js';
import { namedRandom, namedSeed } from '../../statistics/named-random.js';
import { PLATE_CONDITIONS } from './conditions/conditions.js';
import { drawText } from './draw-text.js';
import { PLATE_FORMATS, plateFormat } from './formats/formats.js';
import { labelPlate, type PlateOrder, type RenderedPlate, renderPlate } from './render-plate.js';

/** Which plates are made up. */
export interface SyntheticPlatesOptions {
  readonly count: number;
  /** A whole number of 0 or more. */
  readonly seed: number;
  /** Names of formats, which take turns; all when absent. */
  readonly formats?: readonly string[];
  /** Names of conditions, which take turns after the formats; all when absent. */
  readonly conditions?: readonly string[];
  /** Of the pictures, in pixels: 480 x 360 when absent. */
  readonly width?: number;
  readonly height?: number;
  /** The share of texts with Č, Ć, Đ, Š or Ž where the format has them, 0 to 1; 0.25 when absent. */
  readonly diacritics?: number;
}

/** A made-up plate that has not been drawn yet. */
export interface SyntheticPlate {
  /** "000000" and so on. */
  readonly id: string;
  readonly format: string;
  readonly condition: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly text: string;
  readonly box: Box;
  readonly corners: Corners;
  render(): RenderedPlate;
}

/**
 * Made-up plates: plate number i depends on i and on the options other than `count`, so a longer list starts with the
 * shorter one. Formats and conditions take turns, so that every format is seen under every condition.
 * Throws FalsematchError for options that cannot be met.
 */
export function syntheticPlates(options: SyntheticPlatesOptions): SyntheticPlate[] {
  const formats = options.formats ?? PLATE_FORMATS.map(({ name }) => name);
  const conditions = options.conditions ?? PLATE_CONDITIONS.map(({ name }) => name);
  checkOptions(options, formats, conditions);
  const { count, seed, width, height, diacritics } = options;
  const size = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return Array.from({ length: count }, (_, i) => {
    const format = formats[i % formats.length]!;
    const condition = conditions[Math.floor(i / formats.length) % conditions.length]!;
    const text = drawText(plateFormat(format), namedRandom(seed, i, 'text'), diacritics);
    const order: PlateOrder = { format, condition, text, seed: namedSeed(seed, i), ...size };
    const { label, country } = labelPlate(order);
    return { id: String(i).padStart(6, '0'), format, condition, country, ...label, render: () => renderPlate(order) };
  });
}

function checkOptions(
  { count, seed, diacritics }: SyntheticPlatesOptions,
  formats: readonly string[],
  conditions: readonly string[],
): void {
  if (!Number.isInteger(count) || count < 0 || count > 1_000_000) {
    throw new FalsematchError(`"count" must be a whole number from 0 to 1,000,000, found ${count}; change it.`);
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new FalsematchError(`"seed" must be a whole number of 0 or more, found ${seed}; change it.`);
  }
  if (formats.length === 0 || conditions.length === 0) {
    throw new FalsematchError(
      'Synthetic plates need at least one format and one condition; name them or leave them out.',
    );
  }
  if (diacritics !== undefined && !(diacritics >= 0 && diacritics <= 1)) {
    throw new FalsematchError(`"diacritics" must be a share from 0 to 1, found ${diacritics}; change it.`);
  }
}
