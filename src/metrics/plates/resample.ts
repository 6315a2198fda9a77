import { type BootstrapOptions, percentileInterval, subjectReplicates } from '../../statistics/dependence/bootstrap.js';
import type { Bounds } from '../../statistics/level.js';
import { boundWithoutErrors, type Denominator, type Estimate, MIN_DISJOINT_ERRORS, unavailable } from '../rate.js';

/** A number that is no plain share, with its interval from a bootstrap. */
export type PlateEstimate = Estimate & {
  readonly over: Denominator;
  /** How many of `over` it rests on. */
  readonly trials: number;
  /** The vehicles, or the scenes, behind it; they are drawn anew for the interval. */
  readonly clusters: number;
  readonly drawn: 'vehicles' | 'scenes';
};

/** A number that waits for its replicates. */
export interface Resampled {
  /** Names the error rate that a floor bounds. */
  readonly of: string;
  readonly over: Denominator;
  readonly trials: number;
  /** Undefined where there is nothing to take it of. */
  readonly value: number | undefined;
  /**
   * The value when cluster i was drawn `weights[i]` times, as often in all as there are clusters; undefined where
   * nothing was drawn that it needs.
   */
  readonly statistic: (weights: Int32Array) => number | undefined;
  /** Clusters that have a trial, those of them that have an error, and those that have something right. */
  readonly standing: number;
  readonly erring: number;
  readonly sound: number;
  /** Of what the clusters are. */
  readonly drawn: PlateEstimate['drawn'];
  /** Whether it is a share, at most 1, or a mean number of things. */
  readonly kind: 'share' | 'mean';
  /** True where the number is 1 minus an error rate: `value` and `statistic` give the error rate. */
  readonly ofRight?: boolean;
}

export interface ResampleClusters extends BootstrapOptions {
  readonly clusters: number;
  readonly level: number;
}

/**
 * Draws clusters anew, the same ones for all numbers, and gives each its percentile interval. Few errors must not
 * promise more than none: while fewer than five clusters have one, the upper end is at least the bound for none in all
 * of them (of a share the exact binomial one, of a mean number of things the Poisson one,
 * -ln((1 - level) / 2) / clusters), and where it rests on that the number is unresolved, as it is without an error. The
 * lower end of a share is the mirror image. With one cluster of all there is nothing to draw, and the number is
 * unavailable.
 */
export function resample(metrics: readonly Resampled[], options: ResampleClusters): PlateEstimate[] {
  const replicates = metrics.map((): number[] => []);
  if (options.clusters > 1 && metrics.length > 0) {
    subjectReplicates(options.clusters, options, (weights) => {
      for (const [index, { statistic, value }] of metrics.entries()) {
        const drawn = value === undefined ? undefined : statistic(weights);
        if (drawn !== undefined) replicates[index]?.push(drawn);
      }
    });
  }
  return metrics.map((metric, index) => estimate(metric, replicates[index] ?? [], options));
}

function estimate(metric: Resampled, replicates: readonly number[], options: ResampleClusters): PlateEstimate {
  const { of, over, trials, value, kind, erring, standing, drawn } = metric;
  const { level } = options;
  const common = { over, trials, clusters: standing, drawn };
  const known = metric.ofRight ? `the number of which ${of} is the contrary` : of;
  if (value === undefined) return { ...unavailable(`There are no ${over} for ${known}.`), ...common };
  const bounds = percentileInterval(replicates, level);
  if (!bounds) {
    const reason = `${standing} ${drawn} and ${replicates.length} replicates give no interval for ${known}.`;
    return { ...unavailable(reason), ...common };
  }
  const bound =
    kind === 'share' ? boundWithoutErrors(standing, level) : -Math.log((1 - level) / 2) / Math.max(1, standing);
  const few = erring === 0 || (erring < MIN_DISJOINT_ERRORS && bounds.high < bound);
  const surest = kind === 'share' && metric.sound < MIN_DISJOINT_ERRORS ? Math.max(0, 1 - bound) : value;
  const guarded: Bounds = {
    low: Math.min(bounds.low, value, surest),
    high: Math.max(bounds.high, value, few ? bound : 0),
  };
  const shown = metric.ofRight ? { low: 1 - guarded.high, high: 1 - guarded.low } : guarded;
  const result = {
    value: metric.ofRight ? 1 - value : value,
    interval: { ...shown, level, method: 'subject-bootstrap' },
    ...common,
  } as const;
  if (!few) return { state: 'resolved', floor: null, ...result };
  const reason = erring === 0 ? 'zero-errors' : 'few-errors';
  const floor = { reason, of, upperBound: guarded.high, upperBoundIfIndependent: Math.min(bound, guarded.high), level };
  return { state: 'unresolved', floor: { ...floor, reason }, ...result };
}

/** A ratio of two sums over trials, as Σ edits / Σ characters, resampled by the cluster of each trial. */
export function ratioOfSums(
  what: Pick<Resampled, 'of' | 'over' | 'kind' | 'drawn'>,
  clusters: { readonly of: ArrayLike<number>; readonly count: number },
  above: ArrayLike<number>,
  below: ArrayLike<number>,
): Resampled {
  const [errors, sizes] = [new Float64Array(clusters.count), new Float64Array(clusters.count)];
  const wrong = new Uint8Array(clusters.count);
  const right = new Uint8Array(clusters.count);
  let [all, size] = [0, 0];
  for (let trial = 0; trial < above.length; trial += 1) {
    const cluster = clusters.of[trial] ?? 0;
    const [a, b] = [above[trial] ?? 0, below[trial] ?? 0];
    errors[cluster] = (errors[cluster] ?? 0) + a;
    sizes[cluster] = (sizes[cluster] ?? 0) + b;
    if (a > 0) wrong[cluster] = 1;
    if (a < b) right[cluster] = 1;
    all += a;
    size += b;
  }
  return {
    ...what,
    trials: size,
    value: size > 0 ? all / size : undefined,
    standing: sizes.reduce((total, own) => total + (own > 0 ? 1 : 0), 0),
    erring: wrong.reduce((total, one) => total + one, 0),
    sound: right.reduce((total, one) => total + one, 0),
    statistic: ratioStatistic(errors, sizes),
  };
}

/** Most clusters have no error, and often all have the same size: neither is gone through in every replicate. */
function ratioStatistic(errors: Float64Array, sizes: Float64Array): Resampled['statistic'] {
  const erring = Int32Array.from([...errors.keys()].filter((cluster) => errors[cluster] !== 0));
  const own = errors.filter((count) => count !== 0);
  const [size = 0] = sizes;
  const alike = sizes.every((other) => other === size);
  return (weights) => {
    let [e, n] = [0, alike ? size * weights.length : 0];
    for (let k = 0; k < erring.length; k += 1) e += (weights[erring[k] ?? 0] ?? 0) * (own[k] ?? 0);
    for (let cluster = 0; cluster < weights.length && !alike; cluster += 1) {
      n += (weights[cluster] ?? 0) * (sizes[cluster] ?? 0);
    }
    return n > 0 ? e / n : undefined;
  };
}
