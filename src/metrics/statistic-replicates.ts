import type { RankedSubjects } from './scores.js';

export type BlockStatistic = 'EER' | 'AUC';

/** Temporary. */
export function statisticsBootstrap(_mated: RankedSubjects, _nonMated: RankedSubjects) {
  return {
    add(_ofMated: Int32Array, _ofNonMated: Int32Array): void {},
    result: (): Record<BlockStatistic, Float64Array> => ({ EER: new Float64Array(0), AUC: new Float64Array(0) }),
  };
}
