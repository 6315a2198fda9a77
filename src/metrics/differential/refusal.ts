import type { Rate } from '../rate.js';
import type { GroupRates } from './group-rates.js';
import type { Measure } from './measure-list.js';

/**
 * Fewer subjects than this behind a group's rate say too little for a ratio: with ten, leaving out one already moves the
 * rate by a tenth or more, and the subject bootstrap, which draws from ten people only, gives too narrow an interval.
 */
export const MIN_GROUP_SUBJECTS = 10;

/** The groups that have every rate that the measure needs. */
export function comparedGroups(groups: readonly GroupRates[], measure: Measure): number[] {
  return groups.flatMap((group, place) =>
    measure.of.every((kind) => group[kind].state !== 'unavailable') ? [place] : [],
  );
}

/** What stands behind groups too weakly for a ratio, as a sentence that names them; undefined where nothing does. */
export function weakness(groups: readonly GroupRates[], measure: Measure): string | undefined {
  const said = measure.of.flatMap((kind) => {
    const names = (holds: (rate: Rate) => boolean) =>
      groups.filter((group) => holds(group[kind])).map(({ group }) => group);
    const of = kind.toUpperCase();
    return [
      sentence(
        `${of} has no comparison`,
        names(({ state }) => state === 'unavailable'),
      ),
      sentence(
        `${of} has no error`,
        names(({ errors }) => errors === 0),
      ),
      sentence(
        `${of} rests on fewer than ${MIN_GROUP_SUBJECTS} subjects`,
        names(({ state, subjects = 0 }) => state !== 'unavailable' && subjects < MIN_GROUP_SUBJECTS),
      ),
    ];
  });
  const parts = said.filter((part) => part !== undefined);
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}

function sentence(what: string, names: readonly string[]): string | undefined {
  return names.length > 0 ? `${what} in ${names.map((name) => `"${name}"`).join(', ')}` : undefined;
}
