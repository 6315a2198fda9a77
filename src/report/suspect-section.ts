import { suspectsOfRun } from '../results/suspects.js';
import { scoreText } from './format.js';
import type { Reported, ReportSection } from './section.js';

/** How many of either kind the report lists; `falsematch suspects` lists more. */
const LISTED = 5;

/** The comparisons whose labels to doubt first, by the names that the dataset has published. */
export function suspectSections({ record, tables }: Reported): ReportSection[] {
  return record.tasks.flatMap((task): ReportSection[] => {
    if (task.protocol !== 'pairs' && task.protocol !== 'all-pairs') return [];
    const floor = record.datasets.find(({ name }) => name === task.dataset)?.labelFloor;
    const found = suspectsOfRun({ record, tables }, LISTED).filter((one) => one.task === task.id);
    const rows = found.flatMap(({ system, highestNonMated, lowestMated }) => [
      ...highestNonMated.map(({ a, b, score }) => [system, 'non-mated', scoreText(score), a, b]),
      ...lowestMated.map(({ a, b, score }) => [system, 'mated', scoreText(score), a, b]),
    ]);
    return [
      {
        title: `${task.title}: labels to doubt`,
        paragraphs: [
          'The highest non-mated and the lowest mated scores. At the top stand wrong labels and people under two names as often as real errors, so the smallest rates measure the labels too. Look at them; do not leave them out because a system got them wrong.',
          ...(floor
            ? [
                `On this dataset a false-match rate below about ${floor.fmr.toExponential()} measures the labels: ${floor.note}`,
              ]
            : []),
        ],
        tables: [{ columns: ['system', 'comparison', 'score', 'a', 'b'], rows }],
      },
    ];
  });
}
