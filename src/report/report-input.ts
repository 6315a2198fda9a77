import type { RunVerdicts } from './claims/run-verdicts.js';
import type { Reported } from './section.js';

/** All that a run's reports are made of. */
export interface ReportInput extends Reported {
  /** Claim files held against the run; empty where there is none. */
  readonly verdicts?: readonly RunVerdicts[];
  /** Files of the run whose bytes are not those that its record names. */
  readonly altered?: readonly string[];
}

/** What stands in place of verdicts. */
export const NO_CLAIMS =
  "Nobody's claim is held against this run. To hold one against it: falsematch claims check FILE --run DIR.";
