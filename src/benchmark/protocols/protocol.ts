import type { Extraction, ExtractionSample } from '../../extraction/extraction.js';
import type { Comparison } from '../../results/comparison-table.js';
import type { TaskTables } from '../../results/run-files.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { SampleOutcome } from '../../results/sample-table.js';

/** A comparison that is to be made; its failure is empty exactly when it has its two templates. */
export type PlannedComparison = Omit<Comparison, 'score'> & {
  readonly templates?: readonly [Float32Array, Float32Array];
};

/** What a protocol makes of one system's extractions. */
export interface ProtocolOutcome {
  readonly comparisons: readonly PlannedComparison[];
  readonly samples: readonly SampleOutcome[];
}

/** A task made ready on a dataset: what to extract, and what to compare once it is extracted. */
export interface PreparedTask {
  readonly samples: readonly ExtractionSample[];
  /** What identifies the protocol and its lists, for the run's record. */
  readonly record: Pick<TaskRecord, 'pairs' | 'pairsSha256' | 'comparisons' | 'groups' | 'errata'>;
  /** What of its tables does not depend on the system. */
  readonly tables: Pick<TaskTables, 'subjects' | 'errata'>;
  /** `extractions[i]` belongs to `samples[i]`. */
  compare(extractions: readonly Extraction[]): ProtocolOutcome;
}

/** What became of a sample, as the sample table says it. */
export function outcomeOf(sample: string, subject: string, extraction: Extraction): SampleOutcome {
  return extraction.state === 'ok'
    ? { sample, subject, faces: extraction.faces.length, failure: '' }
    : { sample, subject, faces: 0, failure: extraction.reason };
}
