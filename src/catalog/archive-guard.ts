import { FalsematchError } from '../files/errors.js';

/** How much an archive may unpack to. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  /** Bytes of all files together. */
  readonly maxBytes: number;
  /** Unpacked bytes for each packed byte; looked at once more than `RATIO_FLOOR` bytes are out. */
  readonly maxRatio: number;
}

export const ARCHIVE_LIMITS: ArchiveLimits = { maxEntries: 2_000_000, maxBytes: 200e9, maxRatio: 200 };

const RATIO_FLOOR = 32 * 1024 * 1024;

/** Counts what comes out of one archive and throws as soon as a limit is passed. */
export interface ArchiveGuard {
  countEntry(): void;
  countBytes(bytes: number): void;
}

/** A guard for an archive of `packedBytes` bytes. */
export function archiveGuard(archive: string, packedBytes: number, limits: ArchiveLimits): ArchiveGuard {
  let entries = 0;
  let unpacked = 0;
  const refuse = (what: string) => {
    throw new FalsematchError(`${archive} was refused: it unpacks to ${what}; do not use it, or raise the limit.`);
  };
  return {
    countEntry: () => {
      entries += 1;
      if (entries > limits.maxEntries) refuse(`more than ${limits.maxEntries} entries`);
    },
    countBytes: (bytes) => {
      unpacked += bytes;
      if (unpacked > limits.maxBytes) refuse(`more than ${limits.maxBytes} bytes`);
      if (unpacked > RATIO_FLOOR && unpacked > limits.maxRatio * packedBytes) {
        refuse(`more than ${limits.maxRatio} times its size, as a compression bomb does`);
      }
    },
  };
}

/** The error for an entry that must not be unpacked. */
export function refusedEntry(archive: string, entry: string, why: string): FalsematchError {
  return new FalsematchError(
    `${archive} was refused and nothing of it is kept: its entry ${JSON.stringify(entry)} ${why}.`,
  );
}

/**
 * The path of an entry below the folder that it is unpacked to, with forward slashes and without "." parts; empty for
 * the folder itself. Throws for every path that could lead elsewhere on any system.
 */
export function entryPath(archive: string, name: string): string {
  if (name.includes('\\')) throw refusedEntry(archive, name, 'holds a backslash, which some systems take for a folder');
  if (name.startsWith('/')) throw refusedEntry(archive, name, 'is an absolute path');
  if (/^[A-Za-z]:/.test(name)) throw refusedEntry(archive, name, 'starts with a drive letter');
  if (name.includes('\0')) throw refusedEntry(archive, name, 'holds a NUL');
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw refusedEntry(archive, name, 'climbs out of the folder');
  return parts.join('/');
}
