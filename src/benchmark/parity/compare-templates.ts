import { cosine } from '../../faces/cosine.js';
import type { ParityResult } from '../../runtimes/devices/device-notes.js';

/** A template that points less along the processor's than this is another template. */
export const LEAST_COSINE = 0.9999;

/** The share of the comparisons of reference faces that match at each threshold at which decisions are counted. */
const MATCHING_SHARES = [0.01, 0.1, 0.5];

type Judged = Pick<ParityResult, 'state' | 'compared' | 'lowestCosine' | 'largestShift' | 'decisions'>;

/**
 * A device's templates held against the processor's of the same faces (unit length, in the same order): the lowest cosine of
 * the two, how far the score of a pair of faces moved at most, and how many decisions on pairs changed at three thresholds, each halfway
 * between two scores of the processor. Passed: every cosine is at least LEAST_COSINE.
 */
export function compareTemplates(device: readonly Float32Array[], processor: readonly Float32Array[]): Judged {
  const cosines = processor.map((template, at) => cosine(template, device[at] ?? new Float32Array(template.length)));
  const [before, after] = [pairScores(processor), pairScores(device)];
  const lowestCosine = Math.min(...cosines);
  const largestShift = before.reduce((most, score, pair) => Math.max(most, Math.abs(score - after[pair]!)), 0);
  const thresholds = MATCHING_SHARES.map((share) => thresholdFor(before, share)).filter((t) => t !== undefined);
  const changed = thresholds.reduce(
    (sum, t) => sum + before.filter((score, pair) => score >= t !== after[pair]! >= t).length,
    0,
  );
  return {
    // Written so that NaN fails.
    state: processor.length > 0 && lowestCosine >= LEAST_COSINE ? 'passed' : 'failed',
    compared: processor.length,
    // A template that is no direction is as far away as one can be.
    lowestCosine: Number.isFinite(lowestCosine) ? lowestCosine : -1,
    largestShift: Number.isFinite(largestShift) ? largestShift : 2,
    decisions: {
      changed,
      of: before.length * thresholds.length,
      what: 'pairs of faces, at the thresholds that 1%, 10% and 50% of them reach',
    },
  };
}

function pairScores(templates: readonly Float32Array[]): number[] {
  return templates.flatMap((a, i) => templates.slice(i + 1).map((b) => cosine(a, b)));
}

/** Halfway between the lowest score that is to match and the next one; undefined where there is no such pair of scores. */
function thresholdFor(scores: readonly number[], share: number): number | undefined {
  const sorted = [...scores].sort((a, b) => b - a);
  const matching = Math.max(1, Math.round(sorted.length * share));
  const [last, next] = [sorted[matching - 1], sorted[matching]];
  return last === undefined || next === undefined ? undefined : (last + next) / 2;
}
