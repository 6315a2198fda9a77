import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { nameSchema } from '../catalog/card-parts.js';
import { hashContent } from '../catalog/content.js';
import type { DatasetCard } from '../catalog/dataset-card.js';
import { homePlaces } from '../catalog/home.js';
import { commitDataset, datasetFolder } from '../catalog/installed-dataset.js';
import type { Catalog } from '../catalog/load-cards.js';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { type StagedFolder, stageFolder } from '../files/stage-folder.js';
import { DRAWN_SETTINGS } from './drawn-settings.js';
import { isPicture } from './layouts/layout.js';
import { layoutReader } from './layouts/layouts.js';
import { isLabelFile, isPlateLayout, MANIFEST_LAYOUTS, OWN_LAYOUTS, type OwnDataset, ownCard } from './own-card.js';
import type { DatasetFile, Sample } from './sample.js';
import { linksIn, MANIFEST, PAIRS, stageFiles, stageManifest, stagePairs } from './stage-own.js';

/** What was imported. */
export interface OwnImport {
  readonly card: DatasetCard;
  readonly digest: string;
  /** Samples that a run will find. */
  readonly samples: number;
  /** Plates in them, and how many of these have a text; only of layouts of plates. */
  readonly plates?: { readonly labelled: number; readonly texts: number };
  /** Pictures that the manifest, the pairs or the labels name and that are not there; every run counts them as failures. */
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
  checkOptions(own);
  const stage = await stageFolder(datasetFolder(home, own.name));
  try {
    const missing = await stageOwn(own, stage);
    const pairs = own.pairs ? await stagePairs(own.pairs, stage) : [];
    const content = await hashContent(stage.path);
    const pictures = content.files.filter(({ path }) => isPicture(path));
    if (pictures.length === 0) {
      throw new FalsematchError(
        `${own.from} holds no pictures for ${own.name} (JPEG, PNG, WebP, TIFF, GIF, AVIF, PGM, PPM); name another place.`,
      );
    }
    const paths = pictures.map(({ path }) => path);
    const counted = { files: content.files.length, digest: content.digest };
    const card = ownCard(own, paths, counted, existsSync(join(dirname(own.from), DRAWN_SETTINGS)));
    const samples = await readSamples(card, stage.path, content.files);
    await commitDataset(card, home, stage, content);
    await writeFileAtomic(join(homePlaces(home).datasetCards, `${own.name}.yaml`), stringify(card));
    const known = new Set(samples.map(({ id }) => id));
    const absent = samples.flatMap(({ id, path }) => (path === undefined ? [id] : []));
    const strangers = pairs.flatMap(({ a, b }) => [a, b]).filter((id) => !known.has(id));
    return {
      card,
      digest: content.digest,
      samples: samples.length,
      ...(isPlateLayout(own.layout) ? { plates: countPlates(samples) } : {}),
      missing: [...new Set([...missing, ...absent, ...strangers])],
      leftOut: [...unused(content.files, samples, stage.path, own.layout), ...(await linksIn(own.from))],
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

/** Refuses what says nothing for a layout, so that nobody believes that it did something. */
function checkOptions({ layout, pairs, classes }: OwnDataset): void {
  if (pairs && isPlateLayout(layout)) {
    throw new FalsematchError(
      `--pairs is a list of comparisons of faces, and --layout ${layout} is one of plates; leave it out.`,
    );
  }
  if (classes && layout !== 'yolo' && layout !== 'voc') {
    throw new FalsematchError(
      `--classes is for --layout yolo and --layout voc, found --layout ${layout}; leave it out.`,
    );
  }
}

/** Copies what is imported; returns the pictures that a manifest names and that are not there. */
async function stageOwn({ name, from, layout }: OwnDataset, stage: StagedFolder): Promise<string[]> {
  const parse = MANIFEST_LAYOUTS.get(layout);
  if (parse) return stageManifest(from, parse, stage);
  await stageFiles(from, name, stage);
  return [];
}

function countPlates(samples: readonly Sample[]): { labelled: number; texts: number } {
  const plates = samples.flatMap((sample) => sample.plates ?? []);
  return { labelled: plates.length, texts: plates.filter(({ text }) => text !== undefined).length };
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

function unused(files: readonly DatasetFile[], samples: readonly Sample[], folder: string, layout: string): string[] {
  const used = new Set(samples.map(({ path }) => path));
  return files
    .map(({ path }) => path)
    .filter((path) => path !== MANIFEST && path !== PAIRS && !isLabelFile(path, layout))
    .filter((path) => !used.has(join(folder, ...path.split('/'))));
}
