import type { Similarity, Templates } from './templates.js';

/** What names a subject or a passage. */
export type Label = string | number;

/** Templates with the subject of each. */
export interface LabelledTemplates {
  readonly templates: Templates;
  readonly subjects: ArrayLike<Label>;
  /** What each sample is called, where it has a name: no sample may be twice in the gallery, or in gallery and probes. */
  readonly ids?: readonly string[] | undefined;
}

/** Probes, and which of them are one search. */
export interface SearchProbes extends LabelledTemplates {
  /**
   * The passage that each probe is of: the samples of one passage are one search, a candidate's score being the best of
   * them. Absent: every sample is a search of its own.
   */
  readonly passages?: ArrayLike<Label> | undefined;
}

export interface SearchOptions {
  /** How many candidates are kept of each search, 20 unless said otherwise, and never more than there are. */
  readonly k?: number | undefined;
  /**
   * What a candidate's score is when its subject has several samples: the `best` of them, unless said otherwise, or that
   * of their `mean`, one template made of the unit templates.
   */
  readonly consolidate?: 'best' | 'mean' | undefined;
  readonly similarity?: Similarity | undefined;
  /** Worker threads; one a core unless said otherwise. The result does not depend on it. */
  readonly workers?: number | undefined;
  /** Rows and columns of a tile; the result does not depend on them. */
  readonly tile?: { readonly rows: number; readonly columns: number } | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as blocks are done, with the number of searches. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}
