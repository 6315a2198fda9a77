import type { SubjectTable } from '../subject-table.js';
import type { ScoreTable } from './parse-score-table.js';

/** How the figures of a table of scores are made; all have defaults. */
export interface ScoreOptions {
  /** Target rates, each strictly between 0 and 1: FMR, or FPIR of searches. Without: 1e-1 to 1e-4 as far as the data resolve. */
  readonly at?: readonly number[] | undefined;
  /** Two-sided confidence of every interval, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** The seed of everything that is drawn, 1 unless said otherwise. */
  readonly seed?: number | undefined;
  /** How many replicates a bootstrap draws, 2,000 unless said otherwise. */
  readonly replicates?: number | undefined;
  /**
   * Another table. Its non-mated comparisons, of other people, set the thresholds of the group "held-out"; of searches it
   * says the FMR of all pairs, from which FPIR is predicted.
   */
  readonly calibration?: ScoreTable | undefined;
  /** Draw subjects and then the samples of each, where otherwise only subjects are drawn. */
  readonly twoLevel?: boolean | undefined;
  /** The scores are natural logarithms of likelihood ratios, so that Cllr means something. */
  readonly llr?: boolean | undefined;
  /** The share of transactions in which no sample is acquired, for FAR and FRR. */
  readonly failureToAcquire?: number | undefined;
  /** What is known of the subjects, and the attributes, or crosses of several, by which figures are also given. */
  readonly subjects?: SubjectTable | undefined;
  readonly groups?: readonly (readonly string[])[] | undefined;
  /** Read the table as searches: every probe `a` in a gallery of all references `b`. */
  readonly search?: boolean | undefined;
  /** The gallery of searches stands for others that might have been enrolled. */
  readonly galleryIsSample?: boolean | undefined;
}
