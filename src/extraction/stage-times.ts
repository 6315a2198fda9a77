/** The stages of a face extraction. */
export const STAGES = ['decode', 'detect', 'warp', 'template'] as const;

/** Milliseconds spent in each stage, summed. */
export type StageTimes = Record<(typeof STAGES)[number], number>;

export function noStageTimes(): StageTimes {
  return { decode: 0, detect: 0, warp: 0, template: 0 };
}

/** Adds the time since `start` (of `performance.now()`) to a stage. */
export function addStage(times: StageTimes, stage: keyof StageTimes, start: number): void {
  times[stage] += performance.now() - start;
}

/** Adds every stage of `more` to `times`. */
export function mergeStageTimes(times: StageTimes, more: StageTimes): void {
  for (const stage of STAGES) times[stage] += more[stage];
}
