import { median } from '../statistics/quantile.js';
import type { PictureTimes } from './picture-times.js';
import type { Rounds } from './rounds.js';
import type { Latency, SpeedWarning } from './speed-report.js';
import { figure, relativeRange } from './spread.js';
import { perSecond } from './throughput-of.js';

/** From where on something is worth a warning. */
export const LIMITS = {
  /** (p90 - p10) / median of a stage. */
  wide: 1,
  /** (most - least) / median of the same picture's rounds. */
  unsteady: 0.25,
  /** (most - least) / median of the rounds' pictures a second. */
  drift: 0.2,
  /** Seconds of a round: the workers take some tenths of one to start. */
  short: 3,
  /** Share of the cores that other programs had. */
  busy: 0.1,
  /** The load average as a share of the cores, where the clocks of the cores tell nothing. */
  loaded: 0.5,
} as const;

export interface WarningInput {
  readonly timed: Rounds;
  readonly latency: Latency;
  readonly asked: number;
  readonly cores: number;
  readonly loadBefore: number | undefined;
}

/** What makes the figures worth less than they look. */
export function warningsOf({ timed, latency, asked, cores, loadBefore }: WarningInput): SpeedWarning[] {
  const { rounds, otherCores } = timed;
  const warnings: SpeedWarning[] = [];
  const found = rounds[0]?.alone.length ?? 0;
  if (found < asked) warnings.push({ kind: 'few-pictures', asked, found });
  for (const { stage, p10, p90, median: middle } of latency.stages) {
    const spread = (p90 - p10) / middle;
    if (spread > LIMITS.wide) warnings.push({ kind: 'wide', stage, spread: figure(spread) });
  }
  const unsteady = unsteadiness(rounds.map(({ alone }) => alone));
  if (unsteady !== undefined && unsteady > LIMITS.unsteady) {
    warnings.push({ kind: 'unsteady', spread: figure(unsteady) });
  }
  for (const [place, { workers }] of (rounds[0]?.passes ?? []).entries()) {
    const passes = rounds.flatMap(({ passes: all }) => all[place] ?? []);
    const spread = relativeRange(passes.map(perSecond));
    if (spread > LIMITS.drift) warnings.push({ kind: 'drift', workers, spread: figure(spread) });
    const seconds = median(passes.map((pass) => pass.seconds));
    if (seconds < LIMITS.short) warnings.push({ kind: 'short', workers, seconds: figure(seconds) });
  }
  if (otherCores !== undefined && otherCores > LIMITS.busy * cores) {
    warnings.push({ kind: 'busy', otherCores: figure(otherCores) });
  }
  if (otherCores === undefined && loadBefore !== undefined && loadBefore > LIMITS.loaded * cores) {
    warnings.push({ kind: 'loaded', loadBefore });
  }
  return warnings;
}

/** How far the rounds of the same picture lie apart, as a share of its median: of the median picture; undefined with one round. */
function unsteadiness(rounds: readonly (readonly PictureTimes[])[]): number | undefined {
  const [first = [], ...others] = rounds;
  if (others.length === 0) return undefined;
  const apart = first.flatMap(({ total, results }, place) =>
    results > 0 ? [relativeRange([total, ...others.map((round) => round[place]?.total ?? total)])] : [],
  );
  return apart.length > 0 ? median(apart) : undefined;
}
