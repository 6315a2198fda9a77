import { FalsematchError } from '../files/errors.js';
import { readRows } from './comparison-table.js';

/** Who is behind each of a file of templates, in their order. */
export interface TemplateSubjects {
  readonly subjects: readonly string[];
  /** What each sample is called; its place where nobody says it. */
  readonly samples: readonly string[];
  /** The passage that each is of, where samples of one passage are one search; empty where a sample is a search of its own. */
  readonly passages: readonly string[];
}

const COLUMNS = ['subject', 'sample', 'passage'];

/**
 * Reads a CSV with the column `subject`, and optionally `sample` and `passage`: a line for each template, in the order of
 * the templates. `prefix` names samples that have no name of their own. Throws with the file's name and line.
 */
export function parseTemplateSubjects(text: string, name: string, prefix: string): TemplateSubjects {
  const [header = [], ...rows] = readRows(text.replace(/^\uFEFF/, ''), name);
  const unknown = header.find((column) => !COLUMNS.includes(column));
  if (!header.includes('subject') || unknown !== undefined || new Set(header).size < header.length) {
    throw new FalsematchError(
      `${name} must have the column subject, and may have sample and passage, each once; it has ${header.join(', ')}.`,
    );
  }
  const column = (wanted: string) => rows.map((row) => row[header.indexOf(wanted)] ?? '');
  const subjects = column('subject');
  const nobody = subjects.indexOf('');
  if (nobody >= 0) {
    throw new FalsematchError(`${name}, line ${nobody + 2}: a template needs its subject; leave out both or name it.`);
  }
  const samples = column('sample').map((sample, place) => sample || `${prefix}${place}`);
  const seen = new Set<string>();
  for (const [place, sample] of samples.entries()) {
    if (seen.has(sample))
      throw new FalsematchError(`${name}, line ${place + 2}: the sample "${sample}" stands there twice.`);
    seen.add(sample);
  }
  return { subjects, samples, passages: column('passage') };
}
