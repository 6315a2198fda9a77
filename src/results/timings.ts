/** `timings.json`: the only file in which two identical runs may differ. */
export interface Timings {
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly seconds: number;
  readonly workers: number;
  /** Pictures whose templates were computed in this run, and pictures that an earlier one had left in the cache. */
  readonly extracted: number;
  readonly cached: number;
  /** Seconds of the workers' time by stage, summed over the workers. */
  readonly stageSeconds: Readonly<Record<string, number>>;
}
