import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { bytewise } from './bytewise.js';
import { FalsematchError } from './errors.js';

const CHUNK_BYTES = 256 * 1024;

/** One file of a folder: its path with forward slashes, relative to the folder, and its SHA-256. */
export interface FileDigest {
  readonly path: string;
  readonly sha256: string;
}

/** SHA-256 of bytes (a string counts as its UTF-8 bytes), as 64 small hexadecimal digits. */
export function sha256Of(bytes: string | NodeJS.ArrayBufferView): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * SHA-256 of a file, read piece by piece so that memory does not grow with its size. Pieces are read without a promise
 * each, which takes longer than reading a small file; between the pieces of a large one others have their turn.
 */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK_BYTES, fstatSync(file).size)));
    for (;;) {
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, read));
      if (read === CHUNK_BYTES) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Content digest of a set of files: SHA-256 over one line a file, `path<TAB>sha256<LF>` (the last one too), sorted by
 * the bytes of the path. Throws when a path holds a tab or a line break, since two sets could then share a digest.
 */
export function contentDigest(files: readonly FileDigest[]): string {
  const hash = createHash('sha256');
  for (const { path, sha256 } of [...files].sort((a, b) => bytewise(a.path, b.path))) {
    if (/[\t\r\n]/.test(path)) {
      throw new FalsematchError(
        `The file name ${JSON.stringify(path)} holds a tab or a line break, which a content digest cannot carry; rename the file.`,
      );
    }
    hash.update(`${path}\t${sha256}\n`);
  }
  return hash.digest('hex');
}
