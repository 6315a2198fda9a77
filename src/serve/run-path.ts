import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readRecord } from '../results/read-record.js';
import type { FoundRun } from './find-runs.js';

/** The files that every run directory may have besides those that its record names. */
export const RUN_FILES = [
  'report.html',
  'report.md',
  'junit.xml',
  'metrics.csv',
  'metrics.json',
  'run.json',
  'timings.json',
] as const;

const FIGURE = /^figures\/[\w-][\w.-]*\.(svg|png|csv|json)$/;

/** A file of a run that may be given out. */
export interface RunPath {
  /** Below the run directory, with forward slashes. */
  readonly path: string;
  /** Where its bytes are, without links on the way. */
  readonly file: string;
}

/** The names in the path of a request, decoded; undefined for a path that could lead elsewhere. */
export function segmentsOf(target: string): string[] | undefined {
  const [path = ''] = target.split(/[?#]/);
  if (!path.startsWith('/')) return undefined;
  let segments: string[];
  try {
    segments = path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return undefined;
  }
  const isBad = (name: string) => name === '' || name === '.' || name === '..' || /[/\\\0]/.test(name);
  return segments.some(isBad) ? undefined : segments;
}

/**
 * The file that a request asks for: one that a run directory is known to have, a regular file, and really within that
 * directory. Undefined for everything else.
 */
export async function runPathOf(segments: readonly string[], runs: readonly FoundRun[]): Promise<RunPath | undefined> {
  const asked = segments.join('/');
  const run = runs.find(({ id, problem }) => problem === undefined && (id === '' || asked.startsWith(`${id}/`)));
  if (!run) return undefined;
  const path = run.id === '' ? asked : asked.slice(run.id.length + 1);
  return (await isKnown(run.directory, path)) ? fileWithin(run.directory, path) : undefined;
}

async function isKnown(directory: string, path: string): Promise<boolean> {
  if (RUN_FILES.some((name) => name === path) || FIGURE.test(path)) return true;
  try {
    const { record } = await readRecord(directory);
    return Object.hasOwn(record.files, path);
  } catch {
    // The list of runs says what is wrong with the record; what it would name is not known.
    return false;
  }
}

/** The regular file that a path of a run directory leads to; undefined where there is none, or links lead out of it. */
export async function fileWithin(directory: string, path: string): Promise<RunPath | undefined> {
  try {
    const [root, file] = [await realpath(directory), await realpath(join(directory, ...path.split('/')))];
    return file.startsWith(`${root}${sep}`) && (await stat(file)).isFile() ? { path, file } : undefined;
  } catch {
    return undefined;
  }
}
