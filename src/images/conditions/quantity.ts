import { z } from 'zod';

/** What may be measured, in which units; the first is what numbers are kept in, the others so many of it. */
const UNITS = {
  length: { m: 1, cm: 0.01, mm: 0.001 },
  speed: { 'm/s': 1, 'km/h': 1 / 3.6 },
  time: { s: 1, ms: 0.001 },
  angle: { deg: 1 },
  density: { 'px/m': 1 },
  pixels: { px: 1 },
  stops: { stops: 1, stop: 1 },
  gain: { dB: 1 },
  charge: { e: 1 },
  bitRate: { 'bit/s': 1, 'kbit/s': 1e3, kbps: 1e3, 'Mbit/s': 1e6, Mbps: 1e6 },
  frameRate: { fps: 1 },
  share: { '': 1, '%': 0.01 },
} as const satisfies Record<string, Record<string, number>>;

export type QuantityKind = keyof typeof UNITS;

/** From and to what a quantity may be, in the unit that it is kept in; both are allowed unless `above` says otherwise. */
export interface QuantityRange {
  readonly min?: number;
  readonly max?: number;
  /** Only what is larger than this. */
  readonly above?: number;
}

/**
 * A number with its unit, such as "15 m", "5 km/h", "1/50 s" or "30 %", as a number of the kind's first unit. Refuses a
 * number without a unit, an unknown unit, and what is out of range; only a share may be a bare number.
 */
export function quantity(kind: QuantityKind, range: QuantityRange = {}) {
  return z.union([z.string(), z.number()], `write ${exampleOf(kind)}`).transform((value, context): number => {
    const parsed = parseQuantity(kind, value);
    const problem = typeof parsed === 'string' ? parsed : outOfRange(kind, parsed, range);
    if (problem === undefined) return parsed as number;
    context.addIssue({ code: 'custom', message: problem, input: value });
    return z.NEVER;
  });
}

const NUMBER = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?:\/(\d+(?:\.\d+)?))?\s*(.*)$/i;

/** "1/50 s" as a number and its unit, 0.02 and "s"; undefined for what is no number. */
export function splitQuantity(value: string | number): { readonly number: number; readonly unit: string } | undefined {
  const [, over, under = '1', unit = ''] = NUMBER.exec(String(value).trim()) ?? [];
  return over === undefined ? undefined : { number: Number(over) / Number(under), unit };
}

/** The number in the kind's first unit, or what is wrong with it. */
export function parseQuantity(kind: QuantityKind, value: string | number): number | string {
  const units: Readonly<Record<string, number>> = UNITS[kind];
  const split = splitQuantity(value);
  if (!split) return `"${value}" is not a number with a unit; write ${exampleOf(kind)}`;
  const { unit } = split;
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (factor === undefined) {
    const known = Object.keys(units).filter((name) => name !== '');
    const found = unit === '' ? 'has no unit' : `has the unit "${unit}"`;
    return `"${value}" ${found}, and ${known.join(', ')} ${known.length > 1 ? 'are' : 'is'} known here; write ${exampleOf(kind)}`;
  }
  const number = split.number * factor;
  return Number.isFinite(number) ? number : `"${value}" is not a finite number; write ${exampleOf(kind)}`;
}

function outOfRange(kind: QuantityKind, value: number, { min, max, above }: QuantityRange): string | undefined {
  if (above !== undefined && !(value > above)) return `must be above ${quantityText(kind, above)}`;
  if (min !== undefined && value < min) return `must be at least ${quantityText(kind, min)}`;
  if (max !== undefined && value > max) return `must be at most ${quantityText(kind, max)}`;
  return undefined;
}

const EXAMPLES: Record<QuantityKind, string> = {
  length: '15 m',
  speed: '1.4 m/s',
  time: '1/50 s',
  angle: '30 deg',
  density: '125 px/m',
  pixels: '3 px',
  stops: '-2 stops',
  gain: '24 dB',
  charge: '5 e',
  bitRate: '2 Mbps',
  frameRate: '25 fps',
  share: '30 % or 0.3',
};

const exampleOf = (kind: QuantityKind): string => EXAMPLES[kind];

/** A quantity for people, to four digits: "221.7 px/m". Shares are given in percent, bit rates in kilobits. */
export function quantityText(kind: QuantityKind, value: number): string {
  const digits = (number: number) => String(Number(number.toPrecision(4)));
  if (kind === 'share') return `${digits(value * 100)}%`;
  if (kind === 'bitRate') return `${digits(value / 1000)} kbit/s`;
  return `${digits(value)} ${Object.keys(UNITS[kind])[0]}`;
}
