import { join } from 'node:path';
import pLimit from 'p-limit';
import { bytewise } from '../files/bytewise.js';
import { contentDigest, type FileDigest, sha256OfFile } from '../files/digest.js';
import { listFiles } from '../files/walk.js';

/** Open files at a time: enough to keep a disk busy, far below any limit on open files. */
const AT_ONCE = 8;

/** What a folder of files holds. */
export interface Content {
  /** Sorted by the bytes of the path. */
  readonly files: readonly FileDigest[];
  /** See `contentDigest`. */
  readonly digest: string;
}

/** Whether a file is what systems leave lying about (Finder, Explorer); such files are never part of a dataset. */
export function isJunk(path: string): boolean {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  return (
    parts.includes('__MACOSX') || name.startsWith('._') || ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)
  );
}

/** The SHA-256 of each of `paths` below `folder`. */
export async function hashFiles(folder: string, paths: readonly string[]): Promise<FileDigest[]> {
  const limit = pLimit(AT_ONCE);
  return limit.map(paths, async (path) => ({ path, sha256: await sha256OfFile(join(folder, ...path.split('/'))) }));
}

/** The files below a folder, without junk, sorted. */
export async function contentFiles(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter((path) => !isJunk(path));
}

/** Reads and hashes everything below a folder but junk. */
export async function hashContent(folder: string): Promise<Content> {
  const files = await hashFiles(folder, await contentFiles(folder));
  return { files, digest: contentDigest(files) };
}

/** The list of a content as `sha256sum --check` reads it. */
export function printContentList(files: readonly FileDigest[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('');
}

/** Reads what `printContentList` wrote; lines of another shape are left out, so the digest tells. */
export function parseContentList(text: string): FileDigest[] {
  return [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sha256 = '', path = '']) => ({ path, sha256 }));
}

/** How two contents differ: the paths that only one of them has, and those whose bytes differ. */
export interface ContentDifference {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly changed: readonly string[];
}

/** Compares what is there with what should be there; each list is sorted by the bytes of the path. */
export function compareContent(expected: readonly FileDigest[], found: readonly FileDigest[]): ContentDifference {
  const wanted = new Map(expected.map(({ path, sha256 }) => [path, sha256]));
  const had = new Map(found.map(({ path, sha256 }) => [path, sha256]));
  return {
    missing: [...wanted.keys()].filter((path) => !had.has(path)).sort(bytewise),
    extra: [...had.keys()].filter((path) => !wanted.has(path)).sort(bytewise),
    changed: [...had.keys()].filter((path) => wanted.has(path) && wanted.get(path) !== had.get(path)).sort(bytewise),
  };
}

/** "2 files differ: changed a.jpg; missing b.jpg", with at most five names. */
export function describeDifference({ missing, extra, changed }: ContentDifference): string {
  const all = [
    ...changed.map((path) => `changed ${path}`),
    ...missing.map((path) => `missing ${path}`),
    ...extra.map((path) => `extra ${path}`),
  ];
  const shown = all.slice(0, 5).join('; ');
  const rest = all.length > 5 ? `; and ${all.length - 5} more` : '';
  return `${all.length} ${all.length === 1 ? 'file differs' : 'files differ'}: ${shown}${rest}`;
}
