import { basename } from 'node:path';
import { extractMember } from '../archive.js';
import type { CardFile, Source } from '../card-parts.js';
import { SourceFailure } from './source-failure.js';

export type ArchiveSource = Exclude<Source, string>;

/** How the archive itself is got: by the pinned way (mirror, cache, address) or, without a SHA-256, unverified. */
export interface ArchiveGetter {
  pinned(archive: CardFile): Promise<string>;
  unpinned(name: string, url: string): Promise<string>;
}

/** The name under which a mirror has an archive: the last part of its address. */
export function archiveName(source: ArchiveSource): string {
  return decodeURIComponent(basename(new URL(source.archive).pathname));
}

/**
 * Writes one member of an archive at an address to the new file `target`. The archive is looked for by its name in the
 * cache and the mirror first. Throws `SourceFailure` when the archive holds no such member.
 */
export async function fetchArchiveMember(source: ArchiveSource, target: string, get: ArchiveGetter): Promise<void> {
  const name = archiveName(source);
  const archive = source.sha256
    ? await get.pinned({ name, sha256: source.sha256, sources: [source.archive] })
    : await get.unpinned(name, source.archive);
  // Packs differ in whether their files lie in a folder; the SHA-256 of the member decides what is right.
  const found = await extractMember(
    archive,
    (path) => path === source.member || path.endsWith(`/${source.member}`),
    target,
  );
  if (!found) throw new SourceFailure(`the archive ${name} holds no file ${source.member}`);
}
