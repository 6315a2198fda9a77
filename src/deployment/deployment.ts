import { checkAbove0, checkCount, checkUncertainNumber, checkUncertainShare } from './check-deployment.js';
import { type GivenNumber, toUncertain, type Uncertain } from './uncertain.js';

/** Cameras that search a list for everybody who passes, and who looks at what they report. */
export interface Deployment {
  readonly cameras: number;
  /** What the cameras look at; "faces" unless said otherwise. */
  readonly of?: 'faces' | 'plates' | undefined;
  /** Passages of one camera in a day: people, or vehicles, each counted whenever it passes. */
  readonly passagesPerCamera: GivenNumber;
  /** The share of passages that are of somebody on the list. */
  readonly listed: GivenNumber;
  /** The share of searches for somebody who is on no list that raise an alarm. */
  readonly fpir: GivenNumber;
  /** The share of searches for somebody on the list that find that person. */
  readonly tpir: GivenNumber;
  /** How many searches, of as many frames, are made of one passage; 1 unless said otherwise. */
  readonly searchesPerPassage?: number | undefined;
  /** Hours a day that cameras and operators are at work; 24 unless said otherwise. */
  readonly hours?: number | undefined;
  /** How many people look at alarms at any time; 1 unless said otherwise. */
  readonly operators?: number | undefined;
  /** How often an innocent person passes in a year; 730 unless said otherwise, twice a day. */
  readonly passes?: number | undefined;
  /** A PPV that is asked for: which FPIR gives it? */
  readonly ppv?: number | undefined;
  /** False alarms a day that can be borne: which FPIR gives them? */
  readonly budget?: number | undefined;
  /** How many people are on the list. */
  readonly listSize?: number | undefined;
  /** How many were on the list with which FPIR was measured. */
  readonly measuredListSize?: number | undefined;
}

/** A deployment with nothing left out. */
export interface FullDeployment {
  readonly cameras: number;
  readonly of: 'faces' | 'plates';
  readonly passagesPerCamera: Uncertain;
  readonly listed: Uncertain;
  readonly fpir: Uncertain;
  readonly tpir: Uncertain;
  readonly searchesPerPassage: number;
  readonly hours: number;
  readonly operators: number;
  readonly passes: number;
  readonly ppv: number | null;
  readonly budget: number | null;
  readonly listSize: number | null;
  readonly measuredListSize: number | null;
}

/** Fills in what is left out. Throws one sentence for what no deployment can be. */
export function fullDeployment(given: Deployment): FullDeployment {
  const full: FullDeployment = {
    cameras: given.cameras,
    of: given.of ?? 'faces',
    passagesPerCamera: toUncertain(given.passagesPerCamera),
    listed: toUncertain(given.listed),
    fpir: toUncertain(given.fpir),
    tpir: toUncertain(given.tpir),
    searchesPerPassage: given.searchesPerPassage ?? 1,
    hours: given.hours ?? 24,
    operators: given.operators ?? 1,
    passes: given.passes ?? 730,
    ppv: given.ppv ?? null,
    budget: given.budget ?? null,
    listSize: given.listSize ?? null,
    measuredListSize: given.measuredListSize ?? null,
  };
  check(full);
  return full;
}

function check(full: FullDeployment): void {
  checkCount('The number of cameras', full.cameras);
  const passing = full.of === 'faces' ? 'Faces a camera a day' : 'Plates a camera a day';
  checkUncertainNumber(passing, full.passagesPerCamera);
  checkAbove0(passing, full.passagesPerCamera.value);
  checkUncertainShare('The listed share of passages', full.listed);
  checkUncertainShare('FPIR', full.fpir);
  checkUncertainShare('TPIR', full.tpir);
  checkCount('The number of searches of a passage', full.searchesPerPassage);
  checkAbove0('Hours a day', full.hours, 24);
  checkCount('The number of operators', full.operators);
  checkCount('The number of passes a year', full.passes);
  if (full.ppv !== null) {
    checkUncertainShare('The PPV that is asked for', toUncertain(full.ppv));
    checkAbove0('The PPV that is asked for', full.ppv, 1);
  }
  if (full.budget !== null) checkAbove0('The budget of false alarms a day', full.budget);
  if (full.listSize !== null) checkCount('The size of the list', full.listSize);
  if (full.measuredListSize !== null) checkCount('The size of the list that was measured', full.measuredListSize);
}
