import { FalsematchError } from '../../files/errors.js';
import { listedSamples, type NamedSamples } from './listed-samples.js';
import type { ListedSample } from './split.js';

const NAMED = 3;

/**
 * The samples of a second dataset as non-mated probes: its people pass by, and none of them may be on a list of the
 * first. Throws when a subject stands in both datasets, by name, and when a sample of either has no subject. One person
 * under two names cannot be seen here and counts as a false alarm.
 */
export function checkDistractors(dataset: NamedSamples, distractors: NamedSamples): ListedSample[] {
  const known = new Set(listedSamples(dataset).map(({ subject }) => subject));
  const probes = listedSamples(distractors);
  const shared = [...new Set(probes.map(({ subject }) => subject))].filter((subject) => known.has(subject));
  if (shared.length === 0) return probes;
  const shown = shared
    .slice(0, NAMED)
    .map((subject) => `"${subject}"`)
    .join(', ');
  const rest = shared.length > NAMED ? ` and ${shared.length - NAMED} more` : '';
  throw new FalsematchError(
    `${distractors.name} and ${dataset.name} both have the ${shared.length === 1 ? 'subject' : 'subjects'} ${shown}${rest}; whoever may be on the list is no passer-by: take another dataset, or other names where these are other people.`,
  );
}
