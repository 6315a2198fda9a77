import type { Erratum } from '../datasets/errata.js';
import type { AllPairsTables } from './all-pairs/all-pairs-tables.js';
import type { Comparison } from './comparison-table.js';
import type { TaskSample } from './failure-table.js';
import type { LeftOut, TemplatePictures } from './left-out-table.js';
import type { PlateLabels } from './plates/label-table.js';
import type { PictureReadings } from './plates/reading-table.js';
import type { SampleQuality } from './quality/quality-table.js';
import type { SampleOutcome } from './sample-table.js';
import type { SearchLists } from './search/search-lists.js';
import type { SearchTables } from './search/search-tables.js';
import type { SubjectTable } from './subject-table.js';

/** The tables of one task under one system. */
export interface SystemTables {
  /** Those of a list of pairs; empty where every sample is compared with every other, and where samples are searched for. */
  readonly comparisons: readonly Comparison[];
  readonly samples: readonly SampleOutcome[];
  /** Present when every sample is compared with every other. */
  readonly allPairs?: AllPairsTables;
  /** Present when samples are searched for in lists. */
  readonly searches?: SearchTables;
  /** What is known of each sample's picture, in the order of `samples`; present for pairs through a condition. */
  readonly quality?: readonly SampleQuality[];
  /** The pictures that were left out of templates of several; present when there are such. */
  readonly leftOut?: readonly LeftOut[];
  /** Present when plates are read. */
  readonly readings?: readonly PictureReadings[];
}

/** The tables of one task: with its record, everything that its figures are computed from. */
export interface TaskTables {
  /** The task of which this one is the same through a condition; what does not depend on the system stands there. */
  readonly conditionOf?: string;
  /** By system name. */
  readonly systems: ReadonlyMap<string, SystemTables>;
  /** What the dataset says of the subjects; present when the task has groups. */
  readonly subjects?: SubjectTable;
  /** What is known to be wrong in the dataset and touches the task; present when anything does. */
  readonly errata?: readonly Erratum[];
  /** Who takes part; present when every sample is compared with every other. */
  readonly samples?: readonly TaskSample[];
  /** Who is enrolled and who is searched for; present when samples are searched for in lists. */
  readonly lists?: SearchLists;
  /** The templates that several pictures make; present when there are such. */
  readonly templates?: readonly TemplatePictures[];
  /** The plates that the dataset marks or writes down; present when plates are read. */
  readonly labels?: PlateLabels;
}

/** Tables by task id. */
export type RunTables = ReadonlyMap<string, TaskTables>;
