import { count, levelText, percent } from '../../../results/figure-text.js';
import type { MetricRow } from '../../../results/metric-row.js';
import { rateText } from '../../format.js';
import type { Reported } from '../../section.js';
import type { Figure } from '../figure.js';
import { figureId } from '../figure-id.js';
import type { ChartSystem } from '../interval-chart.js';
import { matrixChart } from '../matrix-chart.js';
import { isResolved } from '../rate-bars.js';
import { RATE_COLUMNS, rateCells } from '../rate-cells.js';
import { type PlateTask, plateTasks } from './plate-rows-of.js';

/** A character that was there, what was read of it, and how often. */
interface Confusion {
  readonly truth: string;
  readonly read: string;
  readonly row: MetricRow;
}

/** With more characters the cells have no room for their numbers. */
const MOST = 24;

/** Which characters are taken for which: a matrix for every system and task of plates as published. */
export function confusionFigures(run: Reported): Figure[] {
  return plateTasks(run).flatMap((plates) => plates.systems.flatMap((system) => confusionFigure(plates, system)));
}

function confusionFigure({ task, rowsOf }: PlateTask, { name, place }: ChartSystem): Figure[] {
  const confusions = rowsOf('plate-confusion', 'strict: ').flatMap(({ row, at }): Confusion[] => {
    const [truth, read] = at.split(' as ');
    const happened = row.model === name && (row.errors ?? 0) > 0;
    return happened && truth !== undefined && read !== undefined && truth !== read ? [{ truth, read, row }] : [];
  });
  if (confusions.length === 0) return [];
  const truths = frequent(confusions, ({ truth }) => truth);
  const reads = frequent(confusions, ({ read }) => read);
  const drawn = confusions.filter(({ truth, read }) => truths.includes(truth) && reads.includes(read));
  const most = Math.max(...drawn.map(({ row }) => row.errors ?? 0));
  const id = figureId('plate-confusions', task.id, name);
  const title = `Characters taken for others, strict: ${task.title}, ${name}`;
  return [
    {
      id,
      title,
      caption: captionOf(task.level, confusions, drawn),
      table: {
        columns: ['character', 'read as', name],
        rows: confusions.map(({ truth, read, row }) => [truth, read, rateText(row)]),
      },
      data: {
        columns: ['truth', 'read', 'system', ...RATE_COLUMNS],
        rows: confusions.map(({ truth, read, row }) => [truth, read, name, ...rateCells(row)]),
      },
      svg: matrixChart({
        id,
        label: title,
        axes: { rows: 'character that is there (times)', columns: 'read as' },
        rows: truths.map((truth) => labelOf(truth, timesThere(drawn, truth))),
        columns: reads.map(shown),
        cells: drawn.map(({ truth, read, row }) => ({
          row: truths.indexOf(truth),
          column: reads.indexOf(read),
          shade: (row.errors ?? 0) / most,
          text: [String(row.errors)],
          unresolved: !isResolved(row),
        })),
        place,
        size: { least: 20, most: 46 },
      }),
    },
  ];
}

const NOTHING = 'nothing';

/** A missing character, or one that is not there, in the room of a cell. */
const shown = (character: string): string => (character === NOTHING ? '∅' : character);

/** Where there is nothing to be read, the share is of all that was read. */
const labelOf = (truth: string, times: number): string =>
  truth === NOTHING ? `∅, of ${count(times)} read` : `${shown(truth)} (${count(times)})`;

const timesThere = (confusions: readonly Confusion[], truth: string): number =>
  confusions.find((one) => one.truth === truth)?.row.trials ?? 0;

/** The characters with most confusions, in the order of characters, nothing last. */
function frequent(confusions: readonly Confusion[], of: (one: Confusion) => string): string[] {
  const times = new Map<string, number>();
  for (const one of confusions) times.set(of(one), (times.get(of(one)) ?? 0) + (one.row.errors ?? 0));
  return [...times]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([character]) => character)
    .sort((a, b) => Number(a === NOTHING) - Number(b === NOTHING) || (a < b ? -1 : 1));
}

function captionOf(level: number, all: readonly Confusion[], drawn: readonly Confusion[]): string {
  const errors = (some: readonly Confusion[]) => some.reduce((sum, { row }) => sum + (row.errors ?? 0), 0);
  const left = errors(all) - errors(drawn);
  const others =
    left > 0 ? ` ${count(left)} confusions of rarer characters are left out here and stand in the numbers.` : '';
  const [worst] = [...drawn].sort((a, b) => (b.row.errors ?? 0) - (a.row.errors ?? 0));
  const example = worst
    ? ` The most frequent: ${worst.truth} read as ${worst.read}, ${count(worst.row.errors ?? 0)} of the ${count(worst.row.trials ?? 0)} times, ${percent(worst.row.value ?? 0)}.`
    : '';
  return `Rows are the characters of the plates that were confused at least once, with how often they were there in plates of which something was read; columns are what was read instead. The number in a cell is how often, a darker cell is more often. ∅ as a column is a character that was not read; as a row, one that was read where there is none, of all characters that were read.${example} Rates with ${levelText(level)} intervals stand in the numbers. A dashed outline there, and a star in the numbers, is a rate that the data cannot resolve.${others}`;
}
