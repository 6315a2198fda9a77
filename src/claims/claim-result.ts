import type { AlarmFacts } from '../deployment/alarm-facts.js';
import type { MeasuredRates } from '../deployment/rates-of-run.js';
import type { Claim, Untestable } from './claim-schema.js';
import type { Evidence } from './evidence.js';
import type { FreezeState } from './freeze.js';
import type { JudgedCounts } from './judge-counts.js';
import type { Judgement } from './judge-tests.js';
import type { ClaimSource } from './source-schema.js';
import type { ClaimTest } from './test-schema.js';
import type { TrialsNeeded } from './trials-needed.js';

/** Supported: the whole interval satisfies the claim. Contradicted: all of it violates it. Unresolved, untestable: neither. */
export type Verdict = 'supported' | 'contradicted' | 'unresolved' | 'untestable';

export const VERDICTS: readonly Verdict[] = ['supported', 'contradicted', 'unresolved', 'untestable'];

/** How a verdict was come by. */
export type Ground =
  | {
      readonly by: 'test';
      readonly test: ClaimTest;
      /** Every system that was asked, in the run's order. */
      readonly evidence: readonly Evidence[];
      /** The one that the sentence names: the best of them for a claim on the best, the worst for one on all. */
      readonly shown: Evidence;
      readonly tests: Judgement['tests'];
      readonly confidence: number;
      /** Why no interval could decide; absent where one could. */
      readonly undecidable?: string;
      /** What it would take; absent where it is decided, or cannot be told. */
      readonly needed?: TrialsNeeded;
    }
  | { readonly by: 'counts'; readonly counts: JudgedCounts }
  | { readonly by: 'nothing'; readonly untestable: Untestable };

/** What a claim implies for cameras in a place. */
export interface Implied {
  readonly assumed: string;
  readonly facts: AlarmFacts;
  readonly measured: MeasuredRates | null;
}

export interface ClaimResult extends Pick<Claim, 'id' | 'about' | 'statement' | 'quote' | 'reading' | 'note'> {
  /** "FILE, line 12". */
  readonly place: string;
  readonly source: ClaimSource;
  readonly verdict: Verdict;
  /** What a lay reader may quote. */
  readonly sentence: string;
  readonly ground: Ground;
  readonly implied?: Implied;
}

/** What a claim comes to, and how that was come by. */
export type ClaimAnswer = Pick<ClaimResult, 'verdict' | 'ground'>;

/** The answer to a claim file. */
export interface CheckedClaims {
  readonly title: string;
  readonly description?: string | undefined;
  readonly file: string;
  /** SHA-256 of the claim file. */
  readonly digest: string;
  readonly confidence: number;
  /** The suite that the file names for its tests. */
  readonly suite: string | null;
  /** The run that answers the tests; null where none was given. */
  readonly run: {
    readonly digest: string;
    readonly suite: string;
    readonly title: string;
    /** Null where the run does not say when it began. */
    readonly started: string | null;
    /** Files of the run whose bytes are not those that its record names. */
    readonly altered: readonly string[];
  } | null;
  readonly freeze: FreezeState;
  /** How many tests were corrected for together. */
  readonly tests: number;
  readonly claims: readonly ClaimResult[];
}
