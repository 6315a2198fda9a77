import { constants, copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { archiveKind, unpackInto } from '../catalog/archive.js';
import { contentFiles } from '../catalog/content.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import type { StagedFolder } from '../files/stage-folder.js';
import { writing } from '../files/write-problem.js';
import { readCsvPairs } from './pair-lists/csv-pairs.js';
import type { Pair } from './pair-lists/pair.js';

/** Where the copies of a manifest and of a list of pairs lie. */
export const MANIFEST = 'manifest.csv';
export const PAIRS = 'pairs.csv';

/** Copies everything in the folder, or unpacks the archive, at `from`. */
export async function stageFiles(from: string, name: string, stage: StagedFolder): Promise<void> {
  const source = await stat(from).catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read (${messageOf(cause)}); check --from.`, { cause });
  });
  if (source.isDirectory()) await copyFiles(from, await contentFiles(from), stage);
  else if (await archiveKind(from)) await unpackInto(from, stage.path);
  else throw new FalsematchError(`${from} is neither a folder nor an archive; --from of ${name} must be one of them.`);
}

/** Copies the manifest at `from` and the pictures that it names; returns those that are not there. */
export async function stageManifest(
  from: string,
  parse: (text: string, name: string) => readonly { readonly path: string }[],
  stage: StagedFolder,
): Promise<string[]> {
  const text = await readFile(from, 'utf8').catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read as a manifest (${messageOf(cause)}); check --from.`, { cause });
  });
  const lines = parse(text, from);
  const folder = dirname(from);
  const there = await Promise.all(
    lines.map(async ({ path }) => (await stat(join(folder, path)).catch(() => undefined))?.isFile()),
  );
  await copyFiles(
    folder,
    lines.flatMap(({ path }, index) => (there[index] ? [path] : [])),
    stage,
  );
  await writing(MANIFEST, () => copyFile(from, join(stage.path, MANIFEST)));
  return lines.flatMap(({ path }, index) => (there[index] ? [] : [path]));
}

/** Copies a list of pairs and returns it. */
export async function stagePairs(from: string, stage: StagedFolder): Promise<Pair[]> {
  const text = await readFile(from, 'utf8').catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read as a list of pairs (${messageOf(cause)}); check --pairs.`, {
      cause,
    });
  });
  const pairs = readCsvPairs(text, from);
  await writing(PAIRS, () => copyFile(from, join(stage.path, PAIRS)));
  return pairs;
}

/** Links and special files below a folder; none for a file. */
export async function linksIn(from: string): Promise<string[]> {
  if (!(await stat(from)).isDirectory()) return [];
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map(({ name }) => name);
}

async function copyFiles(folder: string, paths: readonly string[], stage: StagedFolder): Promise<void> {
  for (const path of paths) {
    const target = join(stage.path, ...path.split('/'));
    await writing(target, async () => {
      await mkdir(dirname(target), { recursive: true });
      await copyFile(join(folder, ...path.split('/')), target, constants.COPYFILE_FICLONE);
    });
  }
}
