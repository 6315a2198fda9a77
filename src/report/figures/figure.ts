import type { Reported, ReportTable } from '../section.js';

/** A chart of a report with its caption and its numbers, so that nobody needs to see it. */
export interface Figure {
  /** Unique in a run: the name of its files and its anchor in the page. */
  readonly id: string;
  readonly title: string;
  /** What is drawn, and how to read it. */
  readonly caption: string;
  /** The numbers behind it, for people; the first column names the row. */
  readonly table: ReportTable;
  /** The same and finer, for programs. */
  readonly data: FigureData;
  /** The chart as it stands in a page: colours are the page's, text is text. */
  readonly svg: string;
}

/** A table of numbers and names. */
export interface FigureData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
}

export type FigureCell = string | number | null;

/** Draws what of a run it knows how to draw, which may be nothing. */
export type FigureMaker = (run: Reported) => Figure[];
