import type { Suspect, SystemSuspects } from '../results/suspects.js';
import { oneLine, scoreText } from './format.js';

/** What `falsematch suspects` prints. */
export function suspectLines(found: readonly SystemSuspects[]): string[] {
  const list = (suspects: readonly Suspect[]) =>
    suspects.map(({ a, b, score }) => `  ${scoreText(score).padEnd(13)}  ${oneLine(a)}  ${oneLine(b)}`);
  return found.flatMap(({ task, system, highestNonMated, lowestMated }) => [
    `${oneLine(task)}, ${oneLine(system)}: highest non-mated scores`,
    ...list(highestNonMated),
    `${oneLine(task)}, ${oneLine(system)}: lowest mated scores`,
    ...list(lowestMated),
    '',
  ]);
}
