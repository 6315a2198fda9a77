import { count } from '../results/figure-text.js';
import type { MissConcentration } from '../results/miss-concentration.js';
import type { Suspect, SystemSuspects } from '../results/suspect.js';
import { oneLine, scoreText } from './format.js';

/** What `falsematch suspects` prints. */
export function suspectLines(found: readonly SystemSuspects[]): string[] {
  const list = (suspects: readonly Suspect[]) =>
    suspects.map(({ a, b, score }) => `  ${scoreText(score).padEnd(13)}  ${oneLine(a)}  ${oneLine(b)}`);
  return found.flatMap(({ task, system, highestNonMated, lowestMated, misses }) => [
    `${oneLine(task)}, ${oneLine(system)}: highest non-mated scores`,
    ...list(highestNonMated),
    `${oneLine(task)}, ${oneLine(system)}: lowest mated scores`,
    ...list(lowestMated),
    ...misses.filter(({ misses: count }) => count > 0).map(missLine),
    '',
  ]);
}

function missLine({ at, misses, people, half }: MissConcentration): string {
  return `  at FMR ${at}: ${plural(misses, 'miss', 'misses')} of ${plural(people, 'person', 'people')}, half of them of ${count(half)}`;
}

function plural(number: number, one: string, many: string): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}
