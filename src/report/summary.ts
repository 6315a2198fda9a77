import { levelText } from '../results/figure-text.js';
import type { Run } from '../results/run-files.js';
import type { TaskRecord } from '../results/run-record.js';
import { seenLines } from './conditions/seen-lines.js';
import { shortName } from './cut-middle.js';
import { type FailedPictures, failedPictures, leftOutPictures, someOf } from './failed-pictures.js';
import { type HeadlineTask, headline } from './headline.js';
import { isDrawn } from './is-drawn.js';
import { uncheckedSentence } from './placement-text.js';
import { searchUnit } from './search-text.js';
import { columns, wrap } from './wrap.js';

/** The summary that the terminal shows: what was measured, each figure with interval and denominator, what was not. */
export function summaryLines(run: Pick<Run, 'record' | 'rows' | 'tables'>): string[] {
  const { record } = run;
  const lines = [...wrap(shortName(record.suite.title)), ''];
  for (const shown of headline(run)) {
    const { task } = shown;
    if (task.condition) continue;
    const drawn = isDrawn(run, task) ? ' (drawn, not photographed)' : '';
    lines.push(
      ...wrap(
        `${shortName(task.title)}, ${shortName(task.dataset)}${drawn}, ${levelText(task.level)} intervals, failures counted`,
      ),
    );
    lines.push(...figureLines(shown));
    if (task.caveat) lines.push(...wrap(task.caveat, '  '));
    const groups = task.groups ?? task.plates?.groups?.map((name) => [name]);
    if (groups) lines.push(...wrap(`By ${groupText(groups)}: see the report.`, '  '));
    lines.push(...seenLines(run, task));
    lines.push(...brokenLines(run, task));
    lines.push('');
  }
  const unchecked = uncheckedSentence(record);
  if (unchecked) lines.push(...wrap(unchecked), '');
  if (record.notMeasured.length > 0) {
    lines.push('Not measured:');
    for (const { what, reason } of record.notMeasured) lines.push(...wrap(`${shortName(what)}: ${reason}`, '  '));
    lines.push('');
  }
  return lines;
}

/** Files that no system could read: nobody's face was missed in them. */
function brokenLines(run: Pick<Run, 'record' | 'tables'>, task: TaskRecord): string[] {
  return [
    ...notReadable('counted as failed', failedPictures(run, task)),
    ...notReadable('left out of their templates', leftOutPictures(run, task)),
  ];
}

function notReadable(consequence: string, failed: readonly FailedPictures[]): string[] {
  const broken = failed.filter(({ reason }) => BROKEN.includes(reason));
  const samples = [...new Set(broken.flatMap((one) => one.samples))];
  if (samples.length === 0) return [];
  const names = someOf(samples.map((name) => shortName(name)));
  return wrap(`Not readable as a picture, and ${consequence}: ${names}.`, '  ');
}

const BROKEN: readonly string[] = ['missing', 'unreadable'];

/** The figures of a task by systems, and why some carry a star. */
export function figureLines({ task, systems, notes }: HeadlineTask): string[] {
  return [
    ...(task.search ? wrap(searchUnit(task.search), '  ') : []),
    ...systems.flatMap(({ name, figures }) => {
      return [...wrap(shortName(name)), ...columns(figures.map(({ label, text }) => [label, text]))];
    }),
    ...notes.flatMap((note) => wrap(note, '  ')),
  ];
}

function groupText(groups: readonly (readonly string[])[]): string {
  return groups.map((names) => names.join(' x ')).join(', ');
}
