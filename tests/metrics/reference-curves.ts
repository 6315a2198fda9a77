/** Straightforward computations, quadratic or worse, to hold the fast ones against. */

export interface RatePoint {
  readonly fmr: number;
  readonly fnmr: number;
}

interface Side {
  readonly scores: Float32Array;
  readonly failed: number;
}

/** The rates at every distinct score and above all of them, by filters. */
export function ratePoints(mated: Side, nonMated: Side): RatePoint[] {
  const thresholds = [...new Set([...mated.scores, ...nonMated.scores, Number.POSITIVE_INFINITY])];
  return thresholds
    .sort((a, b) => a - b)
    .map((t) => ({
      fmr: nonMated.scores.filter((s) => s >= t).length / (nonMated.scores.length + nonMated.failed),
      fnmr: (mated.scores.filter((s) => s < t).length + mated.failed) / (mated.scores.length + mated.failed),
    }));
}

/** The lowest FMR = FNMR on any line between two points: where the convex hull crosses the diagonal. */
export function lowestCrossing(points: readonly RatePoint[]): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (const p of points) {
    for (const q of points) {
      const [over, under] = [p.fmr - p.fnmr, q.fnmr - q.fmr];
      if (over < 0 || under < 0) continue;
      const share = over + under === 0 ? 0 : over / (over + under);
      lowest = Math.min(lowest, p.fmr + share * (q.fmr - p.fmr));
    }
  }
  return lowest;
}

/** Isotonic regression by its min-max formula (Robertson, Wright & Dykstra, 1988, theorem 1.4.4): no pools. */
export function isotonic(values: readonly number[], weights: readonly number[]): number[] {
  const meanOf = (from: number, to: number) => {
    let [sum, weight] = [0, 0];
    for (let i = from; i <= to; i += 1) {
      sum += (values[i] ?? 0) * (weights[i] ?? 0);
      weight += weights[i] ?? 0;
    }
    return sum / weight;
  };
  return values.map((_, i) => {
    let highest = Number.NEGATIVE_INFINITY;
    for (let from = 0; from <= i; from += 1) {
      let lowest = Number.POSITIVE_INFINITY;
      for (let to = i; to < values.length; to += 1) lowest = Math.min(lowest, meanOf(from, to));
      highest = Math.max(highest, lowest);
    }
    return highest;
  });
}
