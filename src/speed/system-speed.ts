import { latencyOf } from './latency-of.js';
import type { Kind } from './pictures.js';
import type { Rounds } from './rounds.js';
import type { ModelSpeed, SpeedFailure, SystemSpeed } from './speed-report.js';
import { figure } from './spread.js';
import { scalingOf, throughputOf } from './throughput-of.js';
import { warningsOf } from './warnings.js';

export interface SystemSpeedInput {
  readonly name: string;
  readonly kind: Kind;
  readonly models: readonly ModelSpeed[];
  readonly timed: Rounds;
  /** Pictures that were asked for. */
  readonly asked: number;
  readonly cores: number;
  readonly loadBefore: number | undefined;
}

/** What rounds say of a system's speed. */
export function systemSpeed({ name, kind, models, timed, asked, cores, loadBefore }: SystemSpeedInput): SystemSpeed {
  const first = timed.rounds[0]?.alone ?? [];
  const failures: Partial<Record<SpeedFailure, number>> = {};
  for (const { failure } of first) if (failure) failures[failure] = (failures[failure] ?? 0) + 1;
  const base = { name, kind, models, pictures: first.length, failures };
  if (first.every(({ results }) => results === 0)) return { state: 'no-result', ...base };
  const latency = latencyOf(
    timed.rounds.flatMap(({ alone }) => alone),
    models,
  );
  const scaling = scalingOf(
    timed.rounds,
    cores,
    models.some(({ placement }) => placement.device !== 'cpu'),
  );
  return {
    state: 'timed',
    ...base,
    warmUp: timed.warmUp,
    rounds: timed.rounds.length,
    latency,
    throughput: throughputOf(timed.rounds),
    ...(scaling ? { scaling } : {}),
    ...(timed.otherCores === undefined ? {} : { otherCores: figure(timed.otherCores) }),
    warnings: warningsOf({ timed, latency, asked, cores, loadBefore }),
  };
}
