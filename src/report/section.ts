import type { MetricRow } from '../results/metric-row.js';
import type { Run } from '../results/run-files.js';
import type { TaskRecord } from '../results/run-record.js';

/** A table of a report: a heading row and rows of cells, all plain text. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a report, in plain text: each form of report renders the same parts. */
export interface ReportSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  /** What the stars in the tables mean; stands below them. */
  readonly notes?: readonly string[];
}

/** A page of plain text, before it has a form. */
export interface ReportPage {
  readonly title: string;
  readonly description?: string | undefined;
  readonly sections: readonly ReportSection[];
}

/** What a report is made of. */
export type Reported = Pick<Run, 'record' | 'rows' | 'digest' | 'tables'>;

/** The rows of tasks, for the parts that need to know nothing else. */
export interface TaskRows {
  readonly record: { readonly tasks: readonly Pick<TaskRecord, 'id' | 'title' | 'at' | 'level' | 'groups'>[] };
  readonly rows: readonly MetricRow[];
}
