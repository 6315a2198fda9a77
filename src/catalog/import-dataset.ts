import { constants, copyFile, mkdir, rename, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentDigest, type FileDigest, sha256OfFile } from '../files/digest.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import { type StagedFolder, stageFolder } from '../files/stage-folder.js';
import { writing } from '../files/write-problem.js';
import { archiveKind, unpackInto } from './archive.js';
import { contentFiles, hashContent, hashFiles } from './content.js';
import { foldersAbove, type PathMapping, pathMappings } from './content-mappings.js';
import type { DatasetCard } from './dataset-card.js';
import {
  commitDataset,
  datasetFolder,
  isInstalled,
  type ObtainedDataset,
  verifyInstalled,
} from './installed-dataset.js';
import type { ObtainContext } from './obtain-file.js';

/** The user's copy: files below a folder, which are moved when the folder is our own and copied when it is theirs. */
interface Copy {
  readonly folder: string;
  readonly paths: readonly string[];
  readonly ours: boolean;
}

function refuse(card: DatasetCard, from: string, why: string): FalsematchError {
  return new FalsematchError(`${from} was not imported as ${card.name}: ${why}.`);
}

/** The mapping under which the copy has the published content digest. */
async function matchByDigest(
  card: DatasetCard,
  from: string,
  copy: Copy,
  { files: count, digest }: { readonly files: number; readonly digest: string },
): Promise<PathMapping> {
  const top = card.layout.root?.split('/')[0];
  const mappings = pathMappings(copy.paths, count, top);
  const needed = [...new Set(mappings.flatMap((mapping) => [...mapping.values()]))];
  const hashes = new Map((await hashFiles(copy.folder, needed)).map(({ path, sha256 }) => [path, sha256]));
  for (const mapping of mappings) {
    const files = [...mapping].map(([path, source]): FileDigest => ({ path, sha256: hashes.get(source) ?? '' }));
    if (contentDigest(files) === digest) return mapping;
  }
  const found =
    mappings.length === 0
      ? `expected ${count} files, and no folder of it holds just so many (${copy.paths.length} files in all)`
      : `it holds ${count} files as expected, but some have other names or bytes than the published ones (content digest ${digest})`;
  throw refuse(card, from, `${found}; bring the dataset as it was published`);
}

/** A dataset of single files, each pinned on its own: found by their bytes, whatever their names. */
async function matchByFile(card: DatasetCard, from: string, copy: Copy): Promise<PathMapping> {
  const found = await hashFiles(copy.folder, copy.paths);
  const missing: string[] = [];
  const mapping = new Map<string, string>();
  for (const file of card.files) {
    const source = found.find(({ sha256 }) => sha256 === file.sha256);
    if (source) mapping.set(file.name, source.path);
    else missing.push(file.name);
  }
  if (missing.length === 0) return mapping;
  const names = missing.slice(0, 5).join(', ');
  throw refuse(
    card,
    from,
    `${missing.length} of its ${card.files.length} files are missing or have other bytes (${names})`,
  );
}

/** A copy of which nobody has published a digest: taken as it is, without the folders that all of it lies in. */
async function matchAsItIs(card: DatasetCard, from: string, { paths }: Copy): Promise<PathMapping> {
  const expected = card.content?.files;
  if (expected !== undefined && expected !== paths.length) {
    throw refuse(
      card,
      from,
      `expected ${expected} files, found ${paths.length}; bring the dataset as it was published`,
    );
  }
  const above = foldersAbove(paths);
  return new Map(paths.map((path) => [path.slice(above.length), path]));
}

function match(card: DatasetCard, from: string, copy: Copy): Promise<PathMapping> {
  if (copy.paths.length === 0)
    throw refuse(card, from, 'it holds no files (links are not followed); name another place');
  const { digest, files = 0 } = card.content ?? {};
  if (card.files.length > 0 && card.files.every((file) => !file.unpack)) return matchByFile(card, from, copy);
  if (digest) return matchByDigest(card, from, copy, { digest, files });
  if (card.access) return matchAsItIs(card, from, copy);
  const archives = card.files.map((file) => `${file.name} (SHA-256 ${file.sha256})`).join(', ');
  throw refuse(
    card,
    from,
    `nobody has published the digest of its content, so only the original archive can be verified; name ${archives || 'it'}`,
  );
}

async function placeFiles(copy: Copy, mapping: PathMapping, stage: StagedFolder): Promise<void> {
  const made = new Set<string>();
  for (const [path, source] of mapping) {
    const target = join(stage.path, ...path.split('/'));
    const place = join(copy.folder, ...source.split('/'));
    await writing(target, async () => {
      if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
      made.add(dirname(target));
      await (copy.ours ? rename(place, target) : copyFile(place, target, constants.COPYFILE_FICLONE));
    });
  }
}

async function stageCopy(card: DatasetCard, from: string, copy: Copy, stage: StagedFolder): Promise<void> {
  await placeFiles(copy, await match(card, from, copy), stage);
}

async function stageArchive(card: DatasetCard, from: string, stage: StagedFolder, home: string): Promise<void> {
  const pinned = card.files.length === 1 ? card.files[0] : undefined;
  if (pinned?.unpack && pinned.sha256 === (await sha256OfFile(from))) return unpackInto(from, stage.path);
  const unpacked = await stageFolder(`${datasetFolder(home, card.name)}.import`);
  try {
    await unpackInto(from, unpacked.path);
    const paths = await contentFiles(unpacked.path);
    await stageCopy(card, from, { folder: unpacked.path, paths, ours: true }, stage);
  } finally {
    await unpacked.discard();
  }
}

/**
 * Brings a user's copy of a dataset into the home folder: a folder, an archive (zip, tar, tgz) or a single file, however
 * it was packed, as long as its content is what was published. The copy is never changed. Files that systems leave lying
 * about (.DS_Store, __MACOSX, Thumbs.db) do not matter. Throws one sentence that says what was expected and found.
 */
export async function importDataset(card: DatasetCard, from: string, context: ObtainContext): Promise<ObtainedDataset> {
  if (await isInstalled(context.home, card.name)) return verifyInstalled(card, context.home);
  const source = await stat(from).catch((thrown: unknown) => {
    throw refuse(card, from, `it cannot be read (${messageOf(thrown)}); check the path`);
  });
  const stage = await stageFolder(datasetFolder(context.home, card.name));
  try {
    if (source.isDirectory()) {
      await stageCopy(card, from, { folder: from, paths: await contentFiles(from), ours: false }, stage);
    } else if (await archiveKind(from)) {
      await stageArchive(card, from, stage, context.home);
    } else {
      await stageCopy(card, from, { folder: dirname(from), paths: [basename(from)], ours: false }, stage);
    }
    return await commitDataset(card, context.home, stage, await hashContent(stage.path));
  } finally {
    await stage.discard();
  }
}
