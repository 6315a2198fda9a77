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
  /** Of trials without errors: from which to which count all round to the figure, and the nearest ones beside it. */
  readonly possible?: {
    readonly rounding: { readonly fewest: number; readonly most: number } | null;
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

function possibleCounts(trials: number, figure: PrintedFigure, level: number): NonNullable<JudgedReading['possible']> {
  const below = Math.min(trials, Math.floor(figure.value * trials));
  const around = [below, Math.min(trials, below + 1)];
  const rounds = (k: number) => k >= 0 && k <= trials && figure.fits(k / trials) === 'rounded';
  const within = around.find(rounds);
  let [fewest, most] = [within ?? 0, within ?? 0];
  if (within !== undefined) {
    while (rounds(fewest - 1)) fewest -= 1;
    while (rounds(most + 1)) most += 1;
  }
  return {
    rounding: within === undefined ? null : { fewest, most },
    nearest: [...new Set(around)].map((k) => ({
      errors: k,
      value: k / trials,
      interval: clopperPearson(k, trials, level),
    })),
  };
}
