import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
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

/** SHA-256 of a file, read piece by piece so that memory does not grow with its size. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(CHUNK_BYTES, size)));
    for (;;) {
      const { bytesRead } = await file.read(chunk, 0, chunk.length, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(chunk.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
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
