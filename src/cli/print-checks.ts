import type { CheckResult } from '../catalog/check.js';
import { FalsematchError } from '../files/errors.js';
import { colourWords, type Words } from './colour.js';
import { print } from './print-table.js';

const WORDS: Words = [
  [/(?<=^\S+: )ok\b/, 'good'],
  [/(?<=^\S+: )absent\b/, 'doubtful'],
  [/(?<=^\S+: )wrong\b/, 'bad'],
];

/** What is on this machine of a model or dataset of this name. */
export type NamedCheck = { readonly name: string } & CheckResult;

/** One line for what is on this machine of a model or dataset. */
export function checkLine(check: NamedCheck): string {
  switch (check.state) {
    case 'ok':
      return `${check.name}: ok (${check.places.join(', ')})`;
    case 'absent':
      return `${check.name}: absent (${check.missing.join(', ')})`;
    case 'wrong':
      return `${check.name}: wrong, ${check.detail}`;
  }
}

/**
 * Prints checks of models or datasets: of those that were named, else of those that are here. Throws when one of them is
 * wrong, or was named and is absent.
 */
export function printChecks(
  kind: 'model' | 'dataset',
  checks: readonly NamedCheck[],
  options: { readonly named: boolean; readonly json: boolean },
): void {
  const told = options.named ? checks : checks.filter(({ state }) => state !== 'absent');
  const lines = told.length > 0 ? told.map(checkLine) : [`No ${kind} is here yet.`];
  print(lines, { asked: options.json, value: told }, (line) => colourWords(line, WORDS));
  const bad = told.filter(({ state }) => state !== 'ok').map(({ name }) => name);
  if (bad.length === 0) return;
  throw new FalsematchError(`Not right: ${bad.join(', ')}; fetch again with "falsematch ${kind}s pull".`);
}
