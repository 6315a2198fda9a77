import type { ModelCheck } from '../extraction/check-model.js';
import type { MeasuredTemplates } from '../extraction/check-network.js';
import { FalsematchError } from '../files/errors.js';
import { colourWords, type Words } from './colour.js';
import { print } from './print-table.js';

const WORDS: Words = [
  [/(?<=^\S+: )ok\b/, 'good'],
  [/(?<=^\S+: )absent\b/, 'doubtful'],
  [/(?<=^\S+: )(?:wrong|collapsed)\b/, 'bad'],
];

/** What is on this machine of a model or dataset of this name. */
export type NamedCheck = { readonly name: string } & ModelCheck;

/** One line for what is on this machine of a model or dataset. */
export function checkLine(check: NamedCheck): string {
  switch (check.state) {
    case 'ok':
      return `${check.name}: ok (${check.places.join(', ')})${check.templates ? `; ${spreadText(check.templates)}` : ''}`;
    case 'absent':
      return `${check.name}: absent (${check.missing.join(', ')})`;
    case 'wrong':
      return `${check.name}: wrong, ${check.detail}`;
    case 'collapsed':
      return `${check.name}: collapsed, ${check.detail}`;
  }
}

/** How far apart a template model holds what it was shown: said, since a cosine near 1 is a warning. */
export function spreadText({ drawn, faces }: MeasuredTemplates): string {
  const ofFaces = faces ? `, ${faces.lowest.toFixed(2)} between ${faces.pictures} faces` : '';
  return `lowest cosine ${drawn.lowest.toFixed(2)} between ${drawn.pictures} drawn pictures${ofFaces}`;
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
  const bad = told.filter(({ state }) => state !== 'ok');
  if (bad.length === 0) return;
  const names = bad.map(({ name }) => name).join(', ');
  throw new FalsematchError(
    `Not right: ${names}; the lines say why, and "falsematch ${kind}s pull" fetches what is absent or spoilt.`,
  );
}
