import type { MissConcentration } from './miss-concentration.js';

/** A comparison whose score makes one doubt its label. */
export interface Suspect {
  readonly a: string;
  readonly b: string;
  readonly score: number;
}

/** The comparisons to look at first when labels are in doubt. */
export interface Suspects {
  /** Highest first: one person under two names, or a wrong label, or a false match that deserves the name. */
  readonly highestNonMated: readonly Suspect[];
  /** Lowest first: two people under one name, a wrong label, or a real miss. */
  readonly lowestMated: readonly Suspect[];
}

/** The suspects of one system on one task. */
export interface SystemSuspects extends Suspects {
  readonly task: string;
  readonly system: string;
  /** At each operating point: a few people with many misses are as suspect as a few comparisons. */
  readonly misses: readonly MissConcentration[];
}
