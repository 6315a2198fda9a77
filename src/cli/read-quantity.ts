import { FalsematchError } from '../files/errors.js';
import { parseQuantity, type QuantityKind } from '../images/conditions/quantity.js';

const BARE = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** A quantity as it was typed, "15 m"; a number alone has the unit `unit`. `what` begins the sentence of the error. */
export function readQuantity(kind: QuantityKind, text: string, { what, unit }: { what: string; unit: string }): number {
  const parsed = parseQuantity(kind, BARE.test(text.trim()) ? `${Number(text)} ${unit}` : text);
  if (typeof parsed === 'string') throw new FalsematchError(`${what}: ${parsed}.`);
  return parsed;
}

/** A size in pixels as it was typed, "3840x2160". */
export function readSize(text: string, what: string): [width: number, height: number] {
  const [, width, height] = /^(\d+)\s*x\s*(\d+)$/i.exec(text.trim()) ?? [];
  if (width === undefined || height === undefined) {
    throw new FalsematchError(`${what} takes pixels across and down, such as 3840x2160; found "${text}".`);
  }
  return [Number(width), Number(height)];
}
