import type { OwnFigures } from '../benchmark/own-templates.js';
import { count, levelText } from '../results/figure-text.js';

import { headlineOf } from './headline.js';
import { figureLines } from './summary.js';
import { wrap } from './wrap.js';

/** What `falsematch templates` prints: the figures of templates of one's own, with intervals and denominators. */
export function templateLines({ task, tables, rows }: OwnFigures): string[] {
  const people = new Set(tables.samples.map(({ subject }) => subject)).size;
  const what = task.search ? `searched in ${task.search.lists}` : 'each compared with each other';
  return [
    ...wrap(`${task.title}: ${count(tables.samples.length)} templates of ${count(people)} subjects, ${what}`),
    ...wrap(
      `${levelText(task.level)} intervals that know that comparisons share people; thresholds are set on these data`,
    ),
    ...figureLines(headlineOf({ ...task, digest: '' }, [task.title], rows)),
  ];
}
