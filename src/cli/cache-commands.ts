import { existsSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
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
    await rm(homePlaces(home)[part], { recursive: true, force: true });
    process.stdout.write(`Deleted ${part}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB.\n`);
  }
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

async function sizeOf(home: string, part: Part): Promise<{ files: number; bytes: number }> {
  const folder = homePlaces(home)[part];
  const paths = existsSync(folder) ? await listFiles(folder) : [];
  let bytes = 0;
  for (const path of paths) bytes += (await stat(join(folder, path))).size;
  return { files: paths.length, bytes };
}
