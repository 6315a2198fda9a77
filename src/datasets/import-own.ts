import { constants, copyFile, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { archiveKind, unpackInto } from '../catalog/archive.js';
import { nameSchema } from '../catalog/card-parts.js';
import { contentFiles, hashContent } from '../catalog/content.js';
import { type DatasetCard, datasetCardSchema } from '../catalog/dataset-card.js';
import { homePlaces } from '../catalog/home.js';
import { commitDataset, datasetFolder } from '../catalog/installed-dataset.js';
import type { Catalog } from '../catalog/load-cards.js';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError, messageOf, unknownName } from '../files/errors.js';
import { type StagedFolder, stageFolder } from '../files/stage-folder.js';
import { writing } from '../files/write-problem.js';
import { parseManifest } from './layouts/csv-manifest.js';
import { isPicture } from './layouts/layout.js';
import { layoutReader } from './layouts/layouts.js';
import { readCsvPairs } from './pair-lists/csv-pairs.js';
import type { Pair } from './pair-lists/pair.js';
import type { DatasetFile, Sample } from './sample.js';

/** Layouts that one's own pictures may have. */
export const OWN_LAYOUTS = ['subject-folders', 'csv', 'pictures'] as const;

const MANIFEST = 'manifest.csv';
const PAIRS = 'pairs.csv';

export interface OwnDataset {
  readonly name: string;
  readonly layout: string;
  /** A folder, an archive, or (layout csv) a manifest beside or above its pictures. */
  readonly from: string;
  /** A CSV of pairs (a, b, mated, fold) that becomes the pair list "own". */
  readonly pairs?: string;
  /** What the owner says of the pictures; told in every report. */
  readonly licence?: string;
  readonly consent?: string;
}

/** What was imported. */
export interface OwnImport {
  readonly card: DatasetCard;
  readonly digest: string;
  /** Samples that a run will find. */
  readonly samples: number;
  /** Pictures that the manifest or the pairs name and that are not there; every run counts them as failures. */
  readonly missing: readonly string[];
  /** Files that are no pictures of this layout (by name or place), and links, which are not followed. */
  readonly leftOut: readonly string[];
}

/**
 * Copies one's own pictures into the home folder and writes a card for them, so that a suite can name them like any
 * other dataset. What is copied from is never changed. Throws when the name is taken or no picture is found.
 */
export async function importOwn(own: OwnDataset, catalog: Catalog, home: string): Promise<OwnImport> {
  checkName(own, catalog);
  const stage = await stageFolder(datasetFolder(home, own.name));
  try {
    const missing = own.layout === 'csv' ? await stageManifest(own, stage) : await stagePictures(own, stage);
    const pairs = own.pairs ? await stagePairs(own.pairs, stage) : [];
    const content = await hashContent(stage.path);
    const pictures = content.files.filter(({ path }) => isPicture(path));
    if (pictures.length === 0) {
      throw new FalsematchError(
        `${own.from} holds no pictures for ${own.name} (JPEG, PNG, WebP, TIFF, GIF, AVIF, PGM, PPM); name another place.`,
      );
    }
    const paths = pictures.map(({ path }) => path);
    const card = ownCard(own, paths, { files: content.files.length, digest: content.digest });
    const samples = await readSamples(card, stage.path, content.files);
    await commitDataset(card, home, stage, content);
    await writeFileAtomic(join(homePlaces(home).datasetCards, `${own.name}.yaml`), stringify(card));
    const known = new Set(samples.map(({ id }) => id));
    const strangers = pairs.flatMap(({ a, b }) => [a, b]).filter((id) => !known.has(id));
    return {
      card,
      digest: content.digest,
      samples: samples.length,
      missing: [...new Set([...missing, ...strangers])],
      leftOut: [...unused(content.files, samples, stage.path), ...(await linksIn(own.from))],
    };
  } finally {
    await stage.discard();
  }
}

function checkName({ name, layout }: OwnDataset, catalog: Catalog): void {
  if (!nameSchema.safeParse(name).success) {
    throw new FalsematchError(
      `"${name}" cannot be the name of a dataset: use small letters, digits, ".", "_" and "-".`,
    );
  }
  if (catalog.datasets.has(name)) {
    throw new FalsematchError(
      `There is a dataset named "${name}" already; choose another name, or delete your own one first with "falsematch datasets remove ${name}".`,
    );
  }
  if (!(OWN_LAYOUTS as readonly string[]).includes(layout)) throw unknownName('layout', layout, OWN_LAYOUTS);
}

async function stagePictures({ name, from }: OwnDataset, stage: StagedFolder): Promise<string[]> {
  const source = await stat(from).catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read (${messageOf(cause)}); check --from.`, { cause });
  });
  if (source.isDirectory()) await copyFiles(from, await contentFiles(from), stage);
  else if (await archiveKind(from)) await unpackInto(from, stage.path);
  else throw new FalsematchError(`${from} is neither a folder nor an archive; --from of ${name} must be one of them.`);
  return [];
}

async function stageManifest({ from }: OwnDataset, stage: StagedFolder): Promise<string[]> {
  const text = await readFile(from, 'utf8').catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read as a manifest (${messageOf(cause)}); check --from.`, { cause });
  });
  const lines = parseManifest(text, from);
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

async function stagePairs(from: string, stage: StagedFolder): Promise<Pair[]> {
  const text = await readFile(from, 'utf8').catch((cause: unknown) => {
    throw new FalsematchError(`${from} cannot be read as a list of pairs (${messageOf(cause)}); check --pairs.`, {
      cause,
    });
  });
  const pairs = readCsvPairs(text, from);
  await writing(PAIRS, () => copyFile(from, join(stage.path, PAIRS)));
  return pairs;
}

/** Reads the samples as a run will. Throws without any. */
async function readSamples(
  { name, layout }: DatasetCard,
  folder: string,
  files: readonly DatasetFile[],
): Promise<Sample[]> {
  const samples = await layoutReader(layout.reader, name)({ name, folder, files, layout });
  if (samples.length > 0) return samples;
  throw new FalsematchError(
    `No picture of ${name} lies in a folder of its subject; make one folder a person, or use --layout csv or pictures.`,
  );
}

function unused(files: readonly DatasetFile[], samples: readonly Sample[], folder: string): string[] {
  const used = new Set(samples.map(({ path }) => path));
  return files
    .map(({ path }) => path)
    .filter((path) => path !== MANIFEST && path !== PAIRS && !used.has(join(folder, ...path.split('/'))));
}

/** Links and special files below a folder; none for a file. */
async function linksIn(from: string): Promise<string[]> {
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

function ownCard(
  { name, layout, pairs, licence, consent }: OwnDataset,
  pictures: readonly string[],
  content: DatasetCard['content'],
): DatasetCard {
  const root = layout === 'subject-folders' ? commonTop(pictures) : undefined;
  return datasetCardSchema.parse({
    name,
    title: name,
    kind: 'faces',
    samples: pictures.length,
    licence: { name: licence ?? "the owner's own pictures", use: 'unclear' },
    consent: consent ?? 'not stated',
    content,
    layout: { reader: layout, ...(root ? { root } : {}), ...(layout === 'csv' ? { manifest: MANIFEST } : {}) },
    protocols: pairs ? { own: { type: 'pairs', format: 'csv', file: PAIRS } } : {},
  });
}

/** The folder above all subject folders, where a copy has one more level than the layout wants. */
function commonTop(pictures: readonly string[]): string | undefined {
  const parts = pictures.map((path) => path.split('/'));
  let depth = 0;
  while (parts.every((path) => path.length > depth + 2 && path[depth] === parts[0]?.[depth])) depth += 1;
  return depth === 0 ? undefined : parts[0]?.slice(0, depth).join('/');
}
