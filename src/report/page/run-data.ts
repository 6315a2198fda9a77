import type { PagePoint } from './threshold-alarms.js';

/** The operating points of one system on one task or list, as a page carries them. */
export interface PageCurve {
  readonly system: number;
  /** What is chosen: task, list and system. */
  readonly label: string;
  /** "FMR" of comparisons, "FPIR" of searches. */
  readonly falseName: string;
  readonly missName: string;
  /** People on the list with which FPIR was measured; null for comparisons. */
  readonly listSize: number | null;
  readonly points: readonly PagePoint[];
}

/** What the script of a report reads. */
export interface RunData {
  readonly systems: readonly string[];
  readonly conditions: readonly string[];
  readonly curves: readonly PageCurve[];
}

/** The id of the element that holds it. */
export const RUN_DATA = 'run-data';
