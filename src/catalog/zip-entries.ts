import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise } from 'yauzl';
import type { EntryVisitor } from './archive-entry.js';
import { entryPath, refusedEntry } from './archive-guard.js';

/** The file type bits of a Unix mode; zero when the archive was not made on Unix. */
function unixType(entry: Entry): number {
  return (entry.externalFileAttributes >>> 16) & 0o170000;
}

/** The bytes of an entry; the library leaves their checksum unchecked. */
async function* checked(stream: AsyncIterable<Uint8Array>, entry: Entry): AsyncIterable<Uint8Array> {
  let sum = 0;
  for await (const chunk of stream) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== entry.crc32) throw new Error('an entry does not have its checksum');
}

/** Shows every entry of a zip archive to `visit`; links, devices and encrypted entries are refused. */
export async function eachZipEntry(archive: string, visit: EntryVisitor): Promise<void> {
  // Names are decoded here, because the library turns a backslash into a slash before anybody can refuse it.
  const zip = await openPromise(archive, { decodeStrings: false, lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
      const path = entryPath(archive, name);
      const type = unixType(entry);
      if (type !== 0 && type !== 0o100000 && type !== 0o040000) {
        throw refusedEntry(archive, name, 'is not a file or folder but a link or a device');
      }
      if (entry.isEncrypted()) throw refusedEntry(archive, name, 'is encrypted');
      const kind = name.endsWith('/') || type === 0o040000 ? 'folder' : 'file';
      const stream = kind === 'file' ? await zip.openReadStreamPromise(entry) : undefined;
      try {
        const chunks = (): AsyncIterable<Uint8Array> => (stream ? checked(stream, entry) : (async function* () {})());
        if ((await visit({ path, kind, chunks })) === 'stop') return;
      } finally {
        stream?.destroy();
      }
    }
  } finally {
    zip.close();
  }
}
