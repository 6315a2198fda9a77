/** One line of a headline table: a figure of one system on one task. */
export interface HeadlineFigure {
  /** Below the figure that it belongs to. */
  readonly label: string;
  /** Standing alone: no other figure of the task has it. */
  readonly name: string;
  readonly text: string;
}
