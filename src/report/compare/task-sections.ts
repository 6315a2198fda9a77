import type { ReportSection, ReportTable } from '../section.js';
import type { ComparedRuns } from './compared-runs.js';
import { type SharedFigures, sharedFigures } from './shared-figures.js';

/** The figures of every task that both runs have, a row a figure, A beside B. */
export function taskSections(compared: ComparedRuns): ReportSection[] {
  return compared.tasks.flatMap((shared): ReportSection[] => {
    const { task, differs, couples } = shared;
    if (couples.length === 0) return [];
    const { couples: figures, notes } = sharedFigures(compared, shared);
    return [
      {
        title: `${task.title} (${task.protocol}, ${task.dataset})`,
        paragraphs: differs === undefined ? [] : [otherText(differs)],
        tables: figures.map(figureTable),
        notes,
      },
    ];
  });
}

/** What is said of a task that is another measurement in the second run. */
export function otherText(differs: string): string {
  return `Not the same task under one name: ${differs}. No difference is tested; read what the two tasks are before you hold their figures against each other.`;
}

/** What two systems are called above their columns. */
export function columnNames({ firstSystem, secondSystem }: SharedFigures): [string, string] {
  return firstSystem === secondSystem ? ['A', 'B'] : [`A, ${firstSystem}`, `B, ${secondSystem}`];
}

function figureTable(couple: SharedFigures): ReportTable {
  const { firstSystem, secondSystem, figures } = couple;
  const heading = firstSystem === secondSystem ? firstSystem : 'figure';
  return { columns: [heading, ...columnNames(couple)], rows: figures.map(({ name, a, b }) => [name, a, b]) };
}
