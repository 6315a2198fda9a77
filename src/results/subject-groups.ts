import { UNKNOWN } from '../datasets/unknown-value.js';
import { bytewise } from '../files/bytewise.js';
import type { SubjectGroups } from '../metrics/all-pairs/group-false-matches.js';
import { UNKNOWN_GROUP } from '../metrics/differential/grouped-comparisons.js';
import { groupOf, headingOf, type SubjectTable } from './subject-table.js';

/** The groups that one attribute, or a cross of several, makes of numbered subjects. */
export interface NamedGroups extends SubjectGroups {
  /** "gender x ethnicity" */
  readonly heading: string;
}

/** Puts subjects, by their labels, into the groups of an attribute or a cross; -1 is a subject of whom it is not known. */
export function namedGroups(labels: readonly string[], table: SubjectTable, names: readonly string[]): NamedGroups {
  const own = labels.map((label) => groupOf(table, label, names));
  const groups = [...new Set(own)].filter((label) => label !== UNKNOWN).sort(bytewise);
  return {
    heading: headingOf(names),
    groups,
    groupOf: Int32Array.from(own, (label) => (label === UNKNOWN ? UNKNOWN_GROUP : groups.indexOf(label))),
  };
}
