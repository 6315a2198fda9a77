import { messageOf } from '../files/errors.js';
import { readRecord } from '../results/read-record.js';
import type { RunRecord } from '../results/run-record.js';
import type { FoundRun } from './find-runs.js';
import { fileWithin, RUN_FILES } from './run-path.js';

/** A run as the list of runs shows it. */
export interface ShownRun {
  readonly id: string;
  /** Which of the files that every run may have are there. */
  readonly files: readonly string[];
  readonly record?: RunRecord;
  readonly digest?: string;
  /** What is wrong with it. */
  readonly problem?: string;
}

/** What there is to say of a run; a broken one, and one of another version, says what is wrong instead of vanishing. */
export async function shownRun({ id, directory, problem }: FoundRun): Promise<ShownRun> {
  if (problem !== undefined) return { id, files: [], problem };
  const found = await Promise.all(RUN_FILES.map((path) => fileWithin(directory, path)));
  const files = found.flatMap((file) => (file ? [file.path] : []));
  try {
    return { id, files, ...(await readRecord(directory)) };
  } catch (thrown) {
    // Where on the disk it lies is nobody's business but the reader's own.
    return { id, files, problem: messageOf(thrown).replaceAll(directory, id === '' ? '.' : id) };
  }
}
