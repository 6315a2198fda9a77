import type { ModelRole, SpeedFailure, StageName } from './speed-report.js';

/** What became of one picture that was worked on alone, in milliseconds. */
export interface PictureTimes {
  /** From the file to the last template or reading; 0 for a picture that is missing. */
  readonly total: number;
  /** Of the stages that it came to. */
  readonly stages: Readonly<Partial<Record<StageName, number>>>;
  /** Every pass of every network. */
  readonly networks: readonly { readonly role: ModelRole; readonly ms: number }[];
  /** Templates, or plates that were read. */
  readonly results: number;
  /** Why there are none. */
  readonly failure?: SpeedFailure;
}
