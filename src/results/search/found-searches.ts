/** What the searches of one list found under one system, in the order of its searches. */
export interface FoundSearches {
  /** The mate's rank, from 1; 0 in a non-mated search and in one that failed. */
  readonly rank: Int32Array;
  /** The score of the mate, or of the best candidate in a non-mated search; NaN in one that failed. */
  readonly score: Float32Array;
  /** The candidates of non-mated searches from the lowest threshold of an operating point on. */
  readonly alarms: Alarms;
}

/** Candidates that somebody would look at in vain, in columns: in the order of the searches, best first. */
export interface Alarms {
  readonly search: Int32Array;
  /** The place of the candidate in the gallery of the list. */
  readonly candidate: Int32Array;
  readonly score: Float32Array;
}

/** No candidates at all. */
export function noAlarms(): Alarms {
  return { search: new Int32Array(), candidate: new Int32Array(), score: new Float32Array() };
}
