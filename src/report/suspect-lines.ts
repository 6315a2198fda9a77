import type { Suspect, SystemSuspects } from '../results/suspects.js';
import { scoreText } from './format.js';

/** What `falsematch suspects` prints. */
export function suspectLines(found: readonly SystemSuspects[]): string[] {
  const list = (suspects: readonly Suspect[]) =>
    suspects.map(({ a, b, score }) => `  ${scoreText(score).padEnd(13)}  ${a}  ${b}`);
  return found.flatMap(({ task, system, highestNonMated, lowestMated }) => [
    `${task}, ${system}: highest non-mated scores`,
    ...list(highestNonMated),
    `${task}, ${system}: lowest mated scores`,
    ...list(lowestMated),
    '',
  ]);
}
