import { QUALITY_MEASURES, type QualityMeasure } from '../../extraction/face-quality.js';
import { percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { parseDiscardGroup } from '../../results/quality/discard-group.js';
import { rateText } from '../format.js';
import type { ReportSection, ReportTable } from '../section.js';

/** What a reader calls the measures, and what is worst by each. */
const LABELS: Readonly<Record<QualityMeasure, string>> = {
  size: 'by size (eyes nearest together)',
  sharpness: 'by sharpness (least sharp)',
  brightness: 'by brightness (darkest)',
  score: 'by detector score (lowest)',
  norm: 'by template norm (shortest)',
};

/** The share that is shown; others stand in metrics.csv. */
const SHOWN = 0.1;

/** A condition by its name, with the rows of its task. */
export interface SeenRows {
  readonly name: string;
  readonly rows: readonly MetricRow[];
}

/** What is shown of a discard: its heading, and how a row of it reads. */
const FIGURES = [
  { metric: 'FNMR-discard', heading: 'missed of the rest', text: rateText },
  { metric: 'FNMR-discard-counted', heading: 'missed, those discarded too', text: rateText },
  { metric: 'discarded-passers-by', heading: 'passers-by not searched', text: rateText },
] as const;

/**
 * What discarding the worst tenth of the pictures of each condition does to a task's miss rate, by every measure of
 * quality and for every system; nothing where there are no such rows.
 */
export function discardSections(title: string, seen: readonly SeenRows[]): ReportSection[] {
  const shown = seen.flatMap(({ name, rows }) => {
    const discards = rows.filter(({ group }) => parseDiscardGroup(group)?.share === SHOWN);
    return discards.length > 0 ? [{ name, rows: discards, plain: rows.filter(isPlain) }] : [];
  });
  const systems = [...new Set(shown.flatMap(({ rows }) => rows.map(({ model }) => model)))];
  if (systems.length === 0) return [];
  const at = shown.flatMap(({ rows }) => rows.map((row) => row.at)).find((point) => point !== '') ?? '';
  return [
    {
      title: `${title}: when the worst ${percent(SHOWN)} of the pictures are not searched`,
      paragraphs: [
        'Probes are ranked by one measure of quality and the worst are not searched, at an unchanged threshold. Pictures without a template are the worst by every measure and go first: that part of a fall of "missed of the rest" says nothing of the measure, and where they alone are more than the share nothing goes, as the last table then shows. To discard is not to find: "missed, those discarded too" counts the people on discarded pictures as missed, and it can only rise; the last table says what share of passers-by is then not searched at all. No difference between measures is tested.',
      ],
      tables: systems.flatMap((system) => FIGURES.map((figure) => discardTable(shown, system, at, figure))),
      notes: [
        'Pictures of equal quality are discarded together or not at all, so fewer than the share may go. Other shares stand in metrics.csv. The intervals take the threshold and the discarded pictures as given. A star says that the data cannot resolve a rate: read its interval, not its value.',
      ],
    },
  ];
}

/** The miss rate with nothing discarded. */
function isPlain({ metric, group, over }: MetricRow): boolean {
  return metric === 'FNMR' && group === 'all' && over === 'comparisons';
}

interface Shown extends SeenRows {
  readonly plain: readonly MetricRow[];
}

function discardTable(
  shown: readonly Shown[],
  system: string,
  at: string,
  { metric, heading, text }: (typeof FIGURES)[number],
): ReportTable {
  const point = metric === 'discarded-passers-by' ? '' : at;
  return {
    columns: [
      `${system}: ${heading}${point === '' ? '' : `, FMR ${at} as published`}`,
      ...(point === '' ? [] : ['none discarded']),
      ...QUALITY_MEASURES.map((measure) => LABELS[measure]),
    ],
    rows: shown.map(({ name, rows, plain }) => {
      const mine = rows.filter((row) => row.model === system && row.metric === metric && row.at === point);
      const whole = plain.find((row) => row.model === system && row.at === at);
      const cells = QUALITY_MEASURES.map((measure) => {
        const row = mine.find(({ group }) => parseDiscardGroup(group)?.measure === measure);
        return row ? text(row) : '';
      });
      return [name, ...(point === '' ? [] : [whole ? rateText(whole) : '']), ...cells];
    }),
  };
}
