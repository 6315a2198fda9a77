import { FalsematchError } from '../files/errors.js';
import type { FileContent } from './file-content.js';

/** The files of a run directory that its record names, for whoever reads tables. */
export interface ReadFiles {
  has(path: string): boolean;
  /** The text of a file, empty where the record does not name it. */
  text(path: string): string;
  bytes(path: string): Uint8Array;
  /** What errors call a file. */
  name(path: string): string;
}

/** Files by path, as they were read; `nameOf` says what errors call one. */
export function readFiles(contents: ReadonlyMap<string, FileContent>, nameOf: (path: string) => string): ReadFiles {
  const content = (path: string) => {
    const found = contents.get(path);
    if (found !== undefined) return found;
    throw new FalsematchError(
      `${nameOf(path)} is missing: run.json names files that come with it; fetch the run again.`,
      {
        kind: 'verification',
      },
    );
  };
  return {
    has: (path) => contents.has(path),
    text(path) {
      const found = content(path);
      return typeof found === 'string' ? found : Buffer.from(found).toString('utf8');
    },
    bytes(path) {
      const found = content(path);
      return typeof found === 'string' ? Buffer.from(found) : found;
    },
    name: nameOf,
  };
}
