import { constants, copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FalsematchError } from '../files/errors.js';
import { type StagedFolder, stageFolder } from '../files/stage-folder.js';
import { writing } from '../files/write-problem.js';
import { unpackInto } from './archive.js';
import type { CardFile } from './card-parts.js';
import { hashContent } from './content.js';
import type { DatasetCard } from './dataset-card.js';
import {
  commitDataset,
  datasetFolder,
  isInstalled,
  type ObtainedDataset,
  verifyInstalled,
} from './installed-dataset.js';
import { mirrorPlace } from './mirror.js';
import { cachedPath, type ObtainContext, obtainFile } from './obtain-file.js';

async function place(file: CardFile, path: string, stage: StagedFolder): Promise<void> {
  if (file.unpack) return unpackInto(path, stage.path);
  const target = join(stage.path, file.name);
  await writing(target, () => copyFile(path, target, constants.COPYFILE_FICLONE));
}

async function install(card: DatasetCard, context: ObtainContext): Promise<ObtainedDataset> {
  if (card.generate) {
    throw new FalsematchError(
      `The dataset ${card.name} has not been made on this machine yet; make it with: falsematch datasets pull ${card.name}.`,
      { kind: 'unavailable' },
    );
  }
  if (card.access) {
    throw new FalsematchError(
      `The dataset ${card.name} is not on this machine and cannot be fetched (${card.access.terms}); ask for it at ${card.access.ask}, then bring the copy with: falsematch datasets import ${card.name} --from PATH.`,
      { kind: 'unavailable' },
    );
  }
  if (card.files.length === 0) {
    throw new FalsematchError(
      `The dataset ${card.name} is not on this machine and has no address; bring a copy with: falsematch datasets import ${card.name} --from DIR.`,
      { kind: 'unavailable' },
    );
  }
  const stage = await stageFolder(datasetFolder(context.home, card.name));
  try {
    for (const file of card.files) {
      const { path } = await obtainFile(file, context).catch((thrown: unknown) => {
        throw withImportHint(thrown, card);
      });
      await place(file, path, stage);
    }
    const content = await hashContent(stage.path);
    const { digest, files } = card.content ?? {};
    // Without a content digest the SHA-256 of the archive has pinned everything already.
    if (digest && digest !== content.digest) {
      throw new FalsematchError(
        `The dataset card ${card.name} contradicts itself: its files unpack to ${content.files.length} files with the content digest ${content.digest}, and "content" says ${files} files with ${digest}; correct the card.`,
      );
    }
    return await commitDataset(card, context.home, stage, content);
  } finally {
    await stage.discard();
  }
}

function withImportHint(thrown: unknown, card: DatasetCard): unknown {
  if (!(thrown instanceof FalsematchError) || thrown.kind !== 'unavailable') return thrown;
  return new FalsematchError(
    `${thrown.message.replace(/\.$/, '')}; or bring a copy with: falsematch datasets import ${card.name} --from DIR.`,
    { kind: 'unavailable', cause: thrown },
  );
}

/**
 * The dataset of a card, unpacked below the home folder: as it lies there, or fetched, verified and unpacked now. Every
 * file is hashed on each call. Throws `unavailable` when it cannot be had, and one sentence that says how many files
 * differ, and which, when what lies there is not what was published.
 */
export async function obtainDataset(card: DatasetCard, context: ObtainContext): Promise<ObtainedDataset> {
  return (await isInstalled(context.home, card.name)) ? verifyInstalled(card, context.home) : install(card, context);
}

/**
 * Whether the dataset can be had without a download: unpacked, or made on this machine, or all its files in the cache
 * or a folder mirror.
 */
export async function isDatasetAtHand(card: DatasetCard, context: ObtainContext): Promise<boolean> {
  if (card.generate || (await isInstalled(context.home, card.name))) return true;
  if (card.files.length === 0) return false;
  const found = await Promise.all(card.files.map((file) => isFileAtHand(file, context)));
  return found.every(Boolean);
}

async function isFileAtHand(file: CardFile, { home, mirror }: ObtainContext): Promise<boolean> {
  const mirrored = mirror === undefined ? undefined : mirrorPlace(mirror, file.name);
  const places = [cachedPath(home, file), ...(mirrored?.kind === 'folder' ? [mirrored.path] : [])];
  const found = await Promise.all(places.map((path) => stat(path).catch(() => undefined)));
  return found.some((entry) => entry?.isFile());
}
