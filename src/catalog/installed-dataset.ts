import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { contentDigest, type FileDigest } from '../files/digest.js';
import { FalsematchError } from '../files/errors.js';
import type { StagedFolder } from '../files/stage-folder.js';
import {
  type Content,
  compareContent,
  describeDifference,
  hashContent,
  parseContentList,
  printContentList,
} from './content.js';
import type { DatasetCard } from './dataset-card.js';
import { homePlaces } from './home.js';

/** A dataset that is unpacked on this machine, every file of it hashed just now. */
export interface ObtainedDataset {
  /** The folder that holds it. */
  readonly root: string;
  /** Sorted by the bytes of the path; paths are below `root`, with forward slashes. */
  readonly files: readonly FileDigest[];
  /** Content digest. */
  readonly digest: string;
}

/** Where a dataset is unpacked. */
export function datasetFolder(home: string, name: string): string {
  return join(homePlaces(home).datasets, name);
}

/** The list of digests, written when the dataset was unpacked, that says later which files have changed. */
export function listPath(home: string, name: string): string {
  return `${datasetFolder(home, name)}.sha256`;
}

/** The names of the datasets that are unpacked here. */
export async function datasetsHere(home: string): Promise<string[]> {
  const names = await readdir(homePlaces(home).datasets).catch((): string[] => []);
  return names.filter((name) => names.includes(`${name}.sha256`));
}

/** Whether the dataset is unpacked here; its bytes are not looked at. */
export async function isInstalled(home: string, name: string): Promise<boolean> {
  const entries = await readdir(datasetFolder(home, name)).catch(() => []);
  return entries.length > 0;
}

/** What differs from the card, as the end of a sentence; undefined when all is right. */
export function contentProblem(card: DatasetCard, content: Content, listed: readonly FileDigest[]): string | undefined {
  const { digest, files } = card.content ?? {};
  const listDigest = contentDigest(listed);
  if (content.digest === (digest ?? listDigest)) return undefined;
  if (listDigest === (digest ?? listDigest)) return describeDifference(compareContent(listed, content.files));
  return `expected ${files} files with the content digest ${digest}, found ${content.files.length} files with ${content.digest}`;
}

/**
 * Hashes every file of an unpacked dataset and compares with its card, or, when the card has no content digest, with
 * the list that was written when its verified archive was unpacked or its copy imported. Throws one sentence that says what differs.
 */
export async function verifyInstalled(card: DatasetCard, home: string): Promise<ObtainedDataset> {
  const root = datasetFolder(home, card.name);
  const list = listPath(home, card.name);
  const text = await readFile(list, 'utf8').catch(() => undefined);
  const remedy = `remove ${root} and get the dataset again`;
  if (text === undefined && !card.content?.digest) {
    throw new FalsematchError(
      `The list ${list} of the dataset ${card.name} is missing, so nothing can be verified; ${remedy}.`,
    );
  }
  const content = await hashContent(root);
  const problem = contentProblem(card, content, parseContentList(text ?? ''));
  if (problem)
    throw new FalsematchError(`The dataset ${card.name} in ${root} is not as it was published: ${problem}; ${remedy}.`);
  return { root, ...content };
}

/** Writes the list of digests and puts a staged dataset in its place; one that another process put there first stays. */
export async function commitDataset(
  card: DatasetCard,
  home: string,
  stage: StagedFolder,
  content: Content,
): Promise<ObtainedDataset> {
  await writeFileAtomic(listPath(home, card.name), printContentList(content.files));
  await stage.commit().catch(async (thrown: unknown) => {
    if (!(await isInstalled(home, card.name))) throw thrown;
    await verifyInstalled(card, home);
  });
  return { root: datasetFolder(home, card.name), ...content };
}
