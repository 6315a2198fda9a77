import type { ReportPage, ReportSection } from '../section.js';
import type { ComparedRuns } from './compared-runs.js';
import { couplesOf, coupleText, pairedTexts, readingOfPairs } from './paired-texts.js';
import { nothingText, runsSections } from './runs-sections.js';
import { taskSections } from './task-sections.js';

/** Two runs side by side as a page: what they are, their figures, the paired differences, how to read it. */
export function comparePage(compared: ComparedRuns): ReportPage {
  return {
    title: pageTitle(compared),
    description: `Run A, ${compared.first.digest.slice(0, 12)}, beside run B, ${compared.second.digest.slice(0, 12)}.`,
    sections: [...runsSections(compared), ...(nothingText(compared) === undefined ? besides(compared) : [])],
  };
}

/** "LFW: two runs" */
export function pageTitle({ first, second }: ComparedRuns): string {
  const [a, b] = [first.record.suite.title, second.record.suite.title];
  return a === b ? `${a}: two runs` : `${a}, beside ${b}`;
}

/** How to read figures that stand side by side, and their tests. */
export function readingTexts({ paired }: ComparedRuns): string[] {
  const reading = readingOfPairs(paired);
  return [
    'Figures are values with their interval, errors of trials; a star says that the data cannot resolve one. Two intervals that overlap do not say that there is no difference, and two values that differ do not say that there is one: only a paired test does.',
    reading ??
      'No difference was tested: a test needs a list of pairs, or plates, that both runs measured as the same task, and enough people or vehicles behind it.',
    'Searches and the comparison of everybody with everybody are shown and not tested.',
  ];
}

function besides(compared: ComparedRuns): ReportSection[] {
  return [
    ...taskSections(compared),
    ...pairedSections(compared),
    { title: 'How to read it', paragraphs: readingTexts(compared), tables: [] },
  ];
}

function pairedSections({ paired }: ComparedRuns): ReportSection[] {
  return couplesOf(paired).flatMap((rows): ReportSection[] => {
    const [head] = rows;
    if (!head) return [];
    return [
      {
        title: `Paired difference, ${coupleText(head)}`,
        paragraphs: [],
        tables: [
          {
            columns: ['figure', 'A', 'B', 'of', 'difference', 'p', 'verdict', 'uncorrected p', 'McNemar'],
            rows: rows.map((row) => {
              const { label, first, second, of, difference, p, verdict, uncorrectedP, mcNemar } = pairedTexts(row);
              return [label, first, second, of, difference, p, verdict, uncorrectedP, mcNemar];
            }),
          },
        ],
      },
    ];
  });
}
