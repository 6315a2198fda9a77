import { pairedLines } from '../compare-lines.js';
import { oneLine } from '../format.js';
import type { ReportSection } from '../section.js';
import { wrap } from '../wrap.js';
import { pageTitle, readingTexts } from './compare-page.js';
import type { ComparedRuns } from './compared-runs.js';
import { nothingText, runsSections } from './runs-sections.js';
import { type SharedFigures, sharedFigures } from './shared-figures.js';
import { columnNames, otherText } from './task-sections.js';

/** Two runs side by side for the terminal. */
export function compareTextLines(compared: ComparedRuns): string[] {
  return [
    ...wrap(oneLine(pageTitle(compared))),
    '',
    ...runsSections(compared).flatMap(sectionLines),
    ...(nothingText(compared) === undefined
      ? [
          ...taskLines(compared),
          ...pairedLines(compared.paired),
          'How to read it',
          ...readingTexts(compared).flatMap((text) => wrap(text, '  ')),
        ]
      : []),
  ];
}

function sectionLines({ title, paragraphs, tables, notes = [] }: ReportSection): string[] {
  return [
    title,
    ...paragraphs.flatMap((text) => wrap(oneLine(text), '  ')),
    ...tables.flatMap(({ columns: [, ...columns], rows }) =>
      rows.flatMap(([label = '', ...cells]) => valueLines(label, columns, cells)),
    ),
    ...notes.flatMap((text) => wrap(oneLine(text), '  ')),
    '',
  ];
}

function taskLines(compared: ComparedRuns): string[] {
  return compared.tasks.flatMap((shared) => {
    const { task, differs, couples } = shared;
    if (couples.length === 0) return [];
    const { couples: figures, notes } = sharedFigures(compared, shared);
    return [
      ...wrap(oneLine(`${task.title} (${task.protocol}, ${task.dataset})`)),
      ...(differs === undefined ? [] : wrap(oneLine(otherText(differs)), '  ')),
      ...figures.flatMap(coupleLines),
      ...notes.flatMap((note) => wrap(note, '  ')),
      '',
    ];
  });
}

function coupleLines(couple: SharedFigures): string[] {
  const { firstSystem, secondSystem, figures } = couple;
  const same = firstSystem === secondSystem;
  const heading = same ? firstSystem : `${firstSystem} (A), ${secondSystem} (B)`;
  const names = same ? columnNames(couple) : ['A', 'B'];
  return [`  ${oneLine(heading)}`, ...figures.flatMap(({ name, a, b }) => valueLines(`  ${name}`, names, [a, b]))];
}

/** A label, and below it what either run says of it; once, where both say the same. */
function valueLines(label: string, names: readonly string[], cells: readonly string[]): string[] {
  const indent = `  ${' '.repeat(label.length - label.trimStart().length)}  `;
  const [a, b] = cells;
  const said =
    a !== undefined && a === b && cells.length === 2
      ? [[names.join(' = '), a]]
      : cells.map((cell, at) => [names[at], cell]);
  return [
    `  ${oneLine(label)}`,
    ...said.filter(([, text]) => text !== '').flatMap(([name, text]) => wrap(oneLine(`${name}: ${text}`), indent)),
  ];
}
