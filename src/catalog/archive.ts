import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf, writeProblem } from '../files/write-problem.js';
import type { ArchiveEntry, EntryVisitor } from './archive-entry.js';
import { ARCHIVE_LIMITS, type ArchiveGuard, type ArchiveLimits, archiveGuard, refusedEntry } from './archive-guard.js';
import { beginsPickle, eachPackEntry } from './insightface-bin/pack-entries.js';
import { eachTarEntry } from './tar-entries.js';
import { eachZipEntry } from './zip-entries.js';

export type ArchiveKind = 'zip' | 'tar' | 'insightface-bin';

const READERS: Readonly<Record<ArchiveKind, (archive: string, visit: EntryVisitor) => Promise<void>>> = {
  zip: eachZipEntry,
  tar: eachTarEntry,
  'insightface-bin': eachPackEntry,
};

/**
 * Told by its first bytes, whatever its name: "zip", "tar" (plain, gzip, zstd), "insightface-bin" (a pickle), or
 * undefined for anything else.
 */
export async function archiveKind(path: string): Promise<ArchiveKind | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
    if (head.startsWith('\x1f\x8b')) return 'tar';
    if (beginsPickle(buffer)) return 'insightface-bin';
    return head.slice(257, 262) === 'ustar' ? 'tar' : undefined;
  } finally {
    await file.close();
  }
}

async function eachEntry(archive: string, visit: EntryVisitor): Promise<void> {
  const kind = await archiveKind(archive);
  if (!kind) {
    throw new FalsematchError(
      `${archive} is not a zip, tar or tgz archive, nor a pack of InsightFace; unpack it yourself and name the folder.`,
    );
  }
  try {
    await READERS[kind](archive, visit);
  } catch (thrown) {
    if (thrown instanceof FalsematchError || codeOf(thrown)?.match(/^E[A-Z]+$/)) throw thrown;
    throw new FalsematchError(
      `${archive} cannot be unpacked: it is damaged or cut short (${messageOf(thrown)}); get it again.`,
      { cause: thrown },
    );
  }
}

async function writeEntry(entry: ArchiveEntry, path: string, guard: ArchiveGuard): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for await (const chunk of entry.chunks()) {
      guard.countBytes(chunk.length);
      await file.writeFile(chunk);
    }
  } finally {
    await file.close();
  }
}

/**
 * Unpacks a zip, tar or tgz archive, or a pack of InsightFace, into an existing folder; the caller stages that folder, so that nothing is left of
 * an archive that is refused. Throws one sentence that names the archive and the entry for a path that leads out, a
 * link, a device, a name that comes twice, and for an archive that is damaged or unpacks to more than `limits`.
 */
export async function unpackInto(
  archive: string,
  folder: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<void> {
  const guard = archiveGuard(archive, (await stat(archive)).size, limits);
  const made = new Set<string>();
  const makeFolder = async (path: string) => {
    if (made.has(path)) return;
    await mkdir(path, { recursive: true });
    made.add(path);
  };
  await eachEntry(archive, async (entry) => {
    guard.countEntry();
    const target = join(folder, ...entry.path.split('/'));
    try {
      await makeFolder(entry.kind === 'folder' ? target : dirname(target));
      if (entry.kind === 'file') await writeEntry(entry, target, guard);
    } catch (thrown) {
      if (['EEXIST', 'ENOTDIR', 'EISDIR'].includes(codeOf(thrown) ?? '')) {
        throw refusedEntry(archive, entry.path, 'comes twice, or is a file and a folder at once');
      }
      throw writeProblem(thrown, target);
    }
    return 'next';
  });
}

/** Whether an entry's path is the wanted one. */
export type MemberTest = (path: string) => boolean;

/**
 * Writes the first member of an archive that `wanted` takes to the new file `target`; false when there is none.
 * Throws as `unpackInto` does.
 */
export async function extractMember(
  archive: string,
  wanted: MemberTest,
  target: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<boolean> {
  const guard = archiveGuard(archive, (await stat(archive)).size, limits);
  let found = false;
  await eachEntry(archive, async (entry) => {
    guard.countEntry();
    if (entry.kind !== 'file' || !wanted(entry.path)) return 'next';
    found = true;
    await writeEntry(entry, target, guard).catch((thrown: unknown) => {
      throw writeProblem(thrown, target);
    });
    return 'stop';
  });
  return found;
}

/** The bytes of one member of an archive. Throws when there is no such member, or as `unpackInto` does. */
export async function readMember(
  archive: string,
  member: string,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): Promise<Buffer> {
  const guard = archiveGuard(archive, (await stat(archive)).size, limits);
  const chunks: Uint8Array[] = [];
  let found = false;
  await eachEntry(archive, async (entry) => {
    guard.countEntry();
    if (entry.kind !== 'file' || entry.path !== member) return 'next';
    found = true;
    for await (const chunk of entry.chunks()) {
      guard.countBytes(chunk.length);
      chunks.push(chunk);
    }
    return 'stop';
  });
  if (!found) throw new FalsematchError(`${archive} holds no file ${JSON.stringify(member)}; check the name.`);
  return Buffer.concat(chunks);
}
