import { clopperPearson } from '../statistics/clopper-pearson.js';
import type { Bounds } from '../statistics/level.js';
import type { CountedReading, Counts } from './counts-schema.js';
import { type PrintedFigure, printedFigure } from './printed-figure.js';

/** One way to read a figure: as a share of these trials. */
export interface JudgedReading extends CountedReading {
  /** Absent where the errors or the trials are not told. */
  readonly share?: {
    readonly value: number;
    /** The share to the digits of the figure. */
    readonly printed: string;
    /** Exact, as if the trials were independent. */
    readonly interval: Bounds;
  };
  /** Whether the figure is this share, or what is left of it: "92%" for 8 of 100. */
  readonly fit: 'rounded' | 'cut off' | 'contrary' | 'no' | 'unknown';
  /** Of trials without errors: the counts that round to the figure, and the nearest ones beside it. */
  readonly possible?: {
    readonly rounding: readonly number[];
    readonly nearest: readonly { readonly errors: number; readonly value: number; readonly interval: Bounds }[];
  };
}

/** What counts say of the figure that was made of them. */
export interface JudgedCounts {
  readonly verdict: 'supported' | 'contradicted' | 'untestable';
  readonly figure: Pick<PrintedFigure, 'text' | 'value'>;
  /** The figure's own denominator first, then the other ways to read it. */
  readonly readings: readonly JudgedReading[];
  readonly level: number;
}

/**
 * Holds a printed figure against the counts that were reported with it: supported where it is their share, rounded to its
 * digits; contradicted where it is not, be it that it was cut off; untestable where errors or trials are not told. Only the
 * first reading decides; the others show what the same counts are of another denominator.
 */
export function judgeCounts({ reported, readings }: Counts, level: number): JudgedCounts {
  const figure = printedFigure(reported);
  const judged = readings.map((reading) => judgeReading(reading, figure, level));
  const fit = judged[0]?.fit ?? 'unknown';
  const verdict = fit === 'unknown' ? 'untestable' : fit === 'rounded' ? 'supported' : 'contradicted';
  return { verdict, figure: { text: figure.text, value: figure.value }, readings: judged, level };
}

function judgeReading(reading: CountedReading, figure: PrintedFigure, level: number): JudgedReading {
  const { errors, trials } = reading;
  if (trials === undefined) return { ...reading, fit: 'unknown' };
  if (errors === undefined) return { ...reading, fit: 'unknown', possible: possibleCounts(trials, figure, level) };
  const value = errors / trials;
  const direct = figure.fits(value);
  return {
    ...reading,
    share: { value, printed: figure.print(value), interval: clopperPearson(errors, trials, level) },
    fit: direct === 'no' && figure.fits(1 - value) === 'rounded' ? 'contrary' : direct,
  };
}

/** More counts than this round to a figure of a few digits, and a list of them helps nobody. */
const FEW = 10;

function possibleCounts(trials: number, figure: PrintedFigure, level: number): NonNullable<JudgedReading['possible']> {
  const below = Math.min(trials, Math.floor(figure.value * trials));
  const around = [below, Math.min(trials, below + 1)];
  const rounding: number[] = [];
  for (let k = Math.max(0, below - FEW); k <= Math.min(trials, below + FEW); k += 1) {
    if (figure.fits(k / trials) === 'rounded') rounding.push(k);
  }
  return {
    rounding,
    nearest: [...new Set(around)].map((k) => ({
      errors: k,
      value: k / trials,
      interval: clopperPearson(k, trials, level),
    })),
  };
}
