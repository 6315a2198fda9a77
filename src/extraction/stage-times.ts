/**
 * The stages of an extraction: of faces, detection, warp and template; of plates, detection, warp and reading. `load` is the time for which a worker waits until a picture is read and decoded: most
 * of that happens beside the stages of the picture before it.
 */
export const STAGES = ['load', 'detect', 'warp', 'template', 'read'] as const;

/** Milliseconds spent in each stage, summed. */
export type StageTimes = Record<(typeof STAGES)[number], number>;

export function noStageTimes(): StageTimes {
  return { load: 0, detect: 0, warp: 0, template: 0, read: 0 };
}

/** Adds the time since `start` (of `performance.now()`) to a stage. */
export function addStage(times: StageTimes, stage: keyof StageTimes, start: number): void {
  times[stage] += performance.now() - start;
}

/** Adds every stage of `more` to `times`. */
export function mergeStageTimes(times: StageTimes, more: StageTimes): void {
  for (const stage of STAGES) times[stage] += more[stage];
}
