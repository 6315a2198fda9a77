import { attributeValue } from '../../datasets/unknown-value.js';
import { parseSubjects, type SubjectTable } from '../subject-table.js';

/**
 * Reads a table of subjects that somebody else wrote: as that of a run directory, but for a byte order mark before it
 * and other words for "unknown", such as NA. Throws as `parseSubjects` does.
 */
export function parseSubjectList(text: string, name: string): SubjectTable {
  const { attributes, subjects } = parseSubjects(text.replace(/^\uFEFF/, ''), name);
  return { attributes, subjects: new Map([...subjects].map(([who, values]) => [who, values.map(attributeValue)])) };
}
