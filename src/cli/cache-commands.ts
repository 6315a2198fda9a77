import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { homePlaces, resolveHome } from '../catalog/home.js';
import { unknownName } from '../files/errors.js';
import { listFiles } from '../files/walk.js';
import { print, tableLines } from './print-table.js';

export interface CacheFlags {
  readonly home?: string;
  readonly json?: boolean;
}

const PARTS = ['templates', 'datasets', 'files'] as const;
type Part = (typeof PARTS)[number];

/** `falsematch cache ls`: the size of each part of the home folder. */
export async function listCache(flags: CacheFlags): Promise<void> {
  const home = await resolveHome(flags.home);
  const parts = await Promise.all(PARTS.map(async (part) => ({ part, ...(await sizeOf(home, part)) })));
  const rows = parts.map(({ part, files, bytes }) => [part, `${files} files`, `${(bytes / 1e6).toFixed(1)} MB`]);
  print([home, ...tableLines(rows)], { asked: flags.json ?? false, value: { home, parts } });
}

/** `falsematch cache purge`: deletes the named parts, templates when none is named. */
export async function purgeCache(parts: readonly string[], flags: CacheFlags): Promise<void> {
  const home = await resolveHome(flags.home);
  for (const part of parts.length > 0 ? parts : ['templates']) {
    if (!isPart(part)) throw unknownName('part of the cache', part, PARTS);
    const { files, bytes } = await sizeOf(home, part);
    for (const path of await keptIn(home, part)) await rm(path, { recursive: true, force: true });
    process.stdout.write(`Deleted ${part}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB.\n`);
  }
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

/** What falsematch itself has put into a part; whatever else lies there is not touched. */
async function keptIn(home: string, part: Part): Promise<string[]> {
  const folder = homePlaces(home)[part];
  const names = existsSync(folder) ? await readdir(folder) : [];
  const kept = names.filter((name) => {
    if (part !== 'datasets') return /^[0-9a-f]{64}$/.test(name);
    const dataset = name.replace(/\.sha256$/, '');
    // A killed import leaves its unfinished folder.
    return names.includes(`${dataset}.sha256`) || /^\..+\.partial$/.test(name);
  });
  return kept.map((name) => join(folder, name));
}

async function sizeOf(home: string, part: Part): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const kept of await keptIn(home, part)) {
    const paths = (await stat(kept)).isDirectory() ? (await listFiles(kept)).map((path) => join(kept, path)) : [kept];
    for (const path of paths) bytes += (await stat(path)).size;
    files += paths.length;
  }
  return { files, bytes };
}
