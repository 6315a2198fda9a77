import type { Dataset } from '../../datasets/open-dataset.js';
import type { Extraction, ExtractionSample, PlateExtraction } from '../../extraction/extraction.js';
import type { Comparison } from '../../results/comparison-table.js';
import type { LeftOut } from '../../results/left-out-table.js';
import type { SampleQuality } from '../../results/quality/quality-table.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { SystemTables, TaskTables } from '../../results/run-tables.js';
import type { SampleOutcome } from '../../results/sample-table.js';

/** A comparison that is to be made; its failure is empty exactly when it has its two templates. */
export type PlannedComparison = Omit<Comparison, 'score'> & {
  readonly templates?: readonly [Float32Array, Float32Array];
};

/** What a protocol makes of one system's extractions. */
export interface ProtocolOutcome {
  readonly comparisons: readonly PlannedComparison[];
  readonly samples: readonly SampleOutcome[];
  /** Of samples through a condition, in their order. */
  readonly quality?: readonly SampleQuality[];
  /** The pictures that were left out of templates of several. */
  readonly leftOut?: readonly LeftOut[];
}

/** How comparing is done, which decides nothing but how long it takes. */
export interface CompareOptions {
  readonly workers: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A task made ready on a dataset: what to extract, and what to compare once it is extracted. */
export interface PreparedTask {
  readonly samples: readonly ExtractionSample[];
  /** What identifies the protocol and its lists, for the run's record. */
  readonly record: Pick<
    TaskRecord,
    'pairs' | 'pairsSha256' | 'comparisons' | 'groups' | 'errata' | 'search' | 'plates' | 'fusion'
  >;
  /** What of its tables does not depend on the system. */
  readonly tables: Pick<TaskTables, 'subjects' | 'errata' | 'samples' | 'lists' | 'labels' | 'templates'>;
  /** Other datasets whose samples take part. */
  readonly others?: readonly OtherDataset[];
}

/** Another dataset of a task, by its key in the suite's `data`. */
export interface OtherDataset {
  readonly key: string;
  readonly dataset: Dataset;
}

/** A task whose comparisons are listed one by one. */
export interface ListedTask extends PreparedTask {
  /** `extractions[i]` belongs to `samples[i]`. */
  compare(extractions: readonly Extraction[]): ProtocolOutcome;
}

/** A task whose comparisons are too many to be listed: it is measured as a whole. */
export interface CountedTask extends PreparedTask {
  /** The same. */
  measure(extractions: readonly Extraction[], options: CompareOptions): Promise<SystemTables>;
}

/** A task of reading plates. */
export interface PlatesTask extends PreparedTask {
  /** What one system read, as the tables say it; the same. */
  readings(extractions: readonly PlateExtraction[]): SystemTables;
}

/** A task about faces. */
export type FaceTask = ListedTask | CountedTask;

export type MeasurableTask = FaceTask | PlatesTask;

/** What became of a sample, as the sample table says it. */
export function outcomeOf(sample: string, subject: string, extraction: Extraction | undefined): SampleOutcome {
  return extraction?.state === 'ok' && extraction.faces.length > 0
    ? { sample, subject, faces: extraction.faces.length, failure: '' }
    : { sample, subject, faces: 0, failure: extraction?.state === 'failed' ? extraction.reason : 'missing' };
}
