import { isDrawn } from '../is-drawn.js';
import type { Reported } from '../section.js';
import { conditionSentence } from './condition-sentence.js';
import { type Finding, findingOf, firstFinding } from './finding.js';
import { groupSentence } from './group-sentence.js';
import { limitSentence } from './limit-sentence.js';

/**
 * The three sentences that a reader needs who reads no more: what was found; what changes it, or what the data cannot tell;
 * and what it is about. Every rate has its denominator and its interval; where systems differ both ends are named.
 */
export function laySentences(run: Reported): string[] {
  const found = firstFinding(run);
  if (found) return [found.text, changeSentence(run, found), scopeSentence(run)];
  if (run.rows.every(({ value }) => value === null)) {
    return ['Nothing was measured in this run: what was missing stands below.'];
  }
  return ['How often anybody is missed cannot be given: why, and what was measured, stands below.', scopeSentence(run)];
}

/** Whom errors hit, what conditions do, or what other pictures gave; else what the data cannot tell. */
function changeSentence(run: Reported, found: Finding): string {
  return (
    groupSentence(run, found) ?? conditionSentence(run, found) ?? otherSentence(run, found) ?? limitSentence(run, found)
  );
}

/** What came out on the other pictures of plates, or of plates beside faces: one dataset alone would be a choice. */
function otherSentence(run: Reported, { task }: Finding): string | undefined {
  const others = run.record.tasks.filter((one) => one.plates && !one.condition && one.id !== task.id);
  const texts = others.flatMap((one) => {
    const found = findingOf(run, one);
    return found
      ? [
          `${found.text.replace(/(; their order was not tested and may be chance)?\.$/, '')}${isDrawn(run, one) ? ', drawn' : ''}`,
        ]
      : [];
  });
  return texts.length === 0 ? undefined : `${texts.join('; ')}.`;
}

function scopeSentence(run: Reported): string {
  const { record } = run;
  const drawn = record.tasks.some((task) => !task.condition && isDrawn(run, task))
    ? '; drawings are not photographs'
    : '';
  const titles = record.datasets.map(({ title }) => `"${title}"`).join(', ');
  return `This is about these models on these pictures (${titles}), and says nothing of a vendor's system that outsiders cannot test, of other people or of another place${drawn}.`;
}
