import { createReadStream } from 'node:fs';
import { Parser, type ReadEntry } from 'tar';
import type { EntryVisitor } from './archive-entry.js';
import { entryPath, refusedEntry } from './archive-guard.js';

const FILES: readonly string[] = ['File', 'OldFile', 'ContiguousFile'];

/** Shows every entry of a tar archive (plain, gzip or zstd) to `visit`; links and devices are refused. */
export function eachTarEntry(archive: string, visit: EntryVisitor): Promise<void> {
  return new Promise((resolve, reject) => {
    const input = createReadStream(archive, { highWaterMark: 256 * 1024 });
    // The guard of the caller looks at the ratio, with a floor that small archives of text need.
    const parser = new Parser({ strict: true, maxDecompressionRatio: Number.POSITIVE_INFINITY });
    let current: ReadEntry | undefined;
    let visits = Promise.resolve();
    let over = false;

    const finish = (failure?: unknown) => {
      if (over) return;
      over = true;
      input.destroy();
      if (failure !== undefined) current?.destroy(failure);
      // The visit in progress still holds an open file: it ends before the caller cleans up.
      visits.then(
        () => (failure === undefined ? resolve() : reject(failure)),
        () => reject(failure),
      );
    };

    const show = async (entry: ReadEntry): Promise<void> => {
      if (over) return;
      current = entry;
      const path = entryPath(archive, entry.path);
      const kind = entry.type === 'Directory' || entry.type === 'GNUDumpDir' ? 'folder' : 'file';
      if (kind === 'file' && !FILES.includes(entry.type)) {
        throw refusedEntry(archive, entry.path, `is not a file or folder but a ${entry.type}`);
      }
      if ((await visit({ path, kind, chunks: () => entry })) === 'stop') return finish();
      entry.resume();
    };

    parser.on('entry', (entry: ReadEntry) => {
      // Destroying an entry whose bytes nobody reads would throw without a listener.
      entry.on('error', () => undefined);
      const shown = visits.then(() => show(entry));
      visits = shown.catch(() => undefined);
      shown.catch(finish);
    });
    parser.on('ignoredEntry', (entry: ReadEntry) => {
      finish(refusedEntry(archive, entry.path, `is of a kind that is not unpacked (${entry.type})`));
    });
    parser.on('error', finish);
    parser.on('end', () => {
      visits.then(() => finish());
    });
    parser.on('drain', () => input.resume());
    input.on('data', (chunk) => {
      if (!over && !parser.write(Buffer.from(chunk))) input.pause();
    });
    input.on('end', () => parser.end());
    input.on('error', finish);
  });
}
