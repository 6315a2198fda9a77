import type * as Plot from '@observablehq/plot';
import type { MetricRow } from '../../results/metric-row.js';

/** Whether the data resolve a rate. */
export const isResolved = ({ resolvable }: Pick<MetricRow, 'resolvable'>): boolean => resolvable === 'yes';

interface WithRow {
  readonly row: Pick<MetricRow, 'resolvable'>;
}

/** Bars of intervals in whole lines, and in dashes those of rates that the data cannot resolve. */
export function rateBars<Drawn extends WithRow>(
  drawn: readonly Drawn[],
  bar: (of: readonly Drawn[], strokeDasharray: string) => Plot.Markish,
): Plot.Markish[] {
  return [
    bar(
      drawn.filter(({ row }) => isResolved(row)),
      'none',
    ),
    bar(
      drawn.filter(({ row }) => !isResolved(row)),
      '3 2',
    ),
  ];
}

/** A marker is filled with its colour, or with the page's where the data cannot resolve its rate. */
export const markerFill =
  (colour: string) =>
  ({ row }: WithRow): string =>
    isResolved(row) ? colour : 'var(--page, #ffffff)';
