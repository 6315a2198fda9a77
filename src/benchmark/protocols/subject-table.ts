import type { Dataset } from '../../datasets/open-dataset.js';
import { subjectAttribute } from '../../datasets/subject-attributes.js';
import { UNKNOWN } from '../../datasets/unknown-value.js';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError, unknownName } from '../../files/errors.js';
import type { SubjectTable } from '../../results/subject-table.js';

/**
 * What the dataset says of the subjects that take part in a task, by the attributes that its groups name. A subject's
 * value is that of all of its pictures, not only of those that are compared.
 * Throws for an attribute that the dataset does not have, and for one of which it gives no subject a single value.
 */
export function subjectTable(
  { card, samples }: Dataset,
  taking: ReadonlySet<string>,
  groups: readonly (readonly string[])[],
): SubjectTable {
  const attributes = [...new Set(groups.flat())];
  const offered = new Set(samples.flatMap((sample) => Object.keys(sample.attributes)));
  const subjects = [...taking].filter((subject) => subject !== '').sort(bytewise);
  const columns = attributes.map((attribute) => {
    if (!offered.has(attribute)) throw unknownName(`attribute of ${card.name}`, attribute, [...offered]);
    const values = subjectAttribute(samples, attribute);
    const column = subjects.map((subject) => values.get(subject) ?? UNKNOWN);
    if (column.some((value) => value !== UNKNOWN)) return column;
    throw new FalsematchError(
      `${card.name} gives none of the ${subjects.length} subjects one "${attribute}" that all pictures of the subject agree on; group by something that does not change from picture to picture.`,
    );
  });
  return {
    attributes,
    subjects: new Map(subjects.map((subject, row) => [subject, columns.map((column) => column[row] ?? UNKNOWN)])),
  };
}
