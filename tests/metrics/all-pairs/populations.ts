import type { GridScores } from '../../../src/metrics/all-pairs/linearised-jackknife.js';
import type { TailScores } from '../../../src/metrics/all-pairs/threshold-replicates.js';
import { normalCdf } from '../../../src/statistics/normal.js';
import { scoreCounter } from '../../../src/statistics/score-counter.js';

/** The standard deviation of q. */
const SAMPLE = 0.3;

/** Who the people are. */
export interface Population {
  /** One of them. */
  readonly draw: (normal: () => number) => { u: number; v: number };
  /** The standard deviation of e. */
  readonly own: number;
  /** The two rates of all of them at a threshold. */
  readonly fmr: (threshold: number) => number;
  readonly fnmr: (threshold: number) => number;
}

/** The variance that the two samples of a comparison bring. */
const sampled = 2 * SAMPLE ** 2;

/** u and v are normal, with a correlation of -1/2: who is mistaken for others is also hard to recognise. */
export const smooth: Population = {
  own: Math.sqrt(1 - 2 * 0.3 ** 2 - sampled),
  draw(normal) {
    const one = normal();
    return { u: 0.3 * one, v: 3 - 0.25 * one - 0.25 * Math.sqrt(3) * normal() };
  },
  fmr: (threshold) => normalCdf(-threshold),
  fnmr: (threshold) => normalCdf((threshold - 3) / Math.sqrt(0.25 + 1 - 2 * 0.3 ** 2)),
};

/** One in ten is a wolf, and one in ten, whoever it is, a goat; the others are all alike. */
export const animals: Population = {
  own: Math.sqrt(1 - sampled),
  draw(normal) {
    const [wolf, goat] = [normalCdf(normal()) < 0.1, normalCdf(normal()) < 0.1];
    return { u: wolf ? 1 : 0, v: goat ? 2.5 : 5 };
  },
  fmr: (threshold) => 0.81 * normalCdf(-threshold) + 0.18 * normalCdf(1 - threshold) + 0.01 * normalCdf(2 - threshold),
  fnmr: (threshold) => 0.9 * normalCdf(threshold - 5) + 0.1 * normalCdf(threshold - 2.5),
};

export interface Setting {
  readonly subjects: number;
  readonly target: number;
  /** How many comparisons the tail holds, as a multiple of the target. */
  readonly reach?: number;
  /** How many samples the first subject has, where it has more than the others. */
  readonly most?: number;
}

/** The threshold at which a whole population has an FMR, by bisection. */
export function thresholdOf({ fmr }: Population, target: number): number {
  let [low, high] = [-10, 10];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (fmr(middle) > target) low = middle;
    else high = middle;
  }
  return high;
}

/** Where all non-mated scores are counted. */
export const GRID = Float32Array.from({ length: 2001 }, (_, k) => (k - 1000) / 80);

/** The scores of subjects of a population, with a tail from a score on. */
export function drawScores(
  population: Population,
  { subjects, most }: Setting,
  from: number,
  normal: () => number,
): TailScores & GridScores {
  const counts = Int32Array.from({ length: subjects }, () => 3 + Math.floor(4 * normalCdf(normal())));
  if (most) counts[0] = most;
  const drawn = Array.from(counts, (own) => ({
    ...population.draw(normal),
    q: Float64Array.from({ length: own }, () => SAMPLE * normal()),
  }));
  const mated: number[] = [];
  const subject: number[] = [];
  const tail: { score: number; a: number; b: number }[] = [];
  const counter = scoreCounter(GRID);
  for (const [a, one] of drawn.entries()) {
    for (let s = 0; s < one.q.length; s += 1) {
      const own = one.q[s] ?? 0;
      for (let t = s + 1; t < one.q.length; t += 1) {
        mated.push(one.v + own + (one.q[t] ?? 0) + population.own * normal());
        subject.push(a);
      }
      const scores: number[] = [];
      for (let b = a + 1; b < subjects; b += 1) {
        const other = drawn[b] ?? one;
        for (let t = 0; t < other.q.length; t += 1) {
          const score = Math.fround(one.u + other.u + own + (other.q[t] ?? 0) + population.own * normal());
          scores.push(score);
          if (score >= from) tail.push({ score, a, b });
        }
      }
      counter.add(Float32Array.from(scores));
    }
  }
  tail.sort((p, q) => q.score - p.score);
  return {
    samples: counts,
    failed: new Int32Array(subjects),
    mated: { scores: Float32Array.from(mated), subject: Int32Array.from(subject) },
    nonMated: counter.counts(),
    tail: {
      from,
      scores: Float32Array.from(tail, ({ score }) => score),
      first: Int32Array.from(tail, ({ a }) => a),
      second: Int32Array.from(tail, ({ b }) => b),
    },
  };
}
