import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FalsematchError } from '../files/errors.js';
import { nameSchema } from './card-parts.js';
import { homePlaces } from './home.js';
import { datasetFolder, isInstalled, listPath } from './installed-dataset.js';

/**
 * Deletes the unpacked copy of a dataset, and the card of one's own pictures; a packaged card stays. Says what was there.
 * Throws FalsematchError for what is no name: a path would lead out of the home folder.
 */
export async function removeDataset(
  name: string,
  home: string,
): Promise<{ readonly copy: boolean; readonly card: boolean }> {
  if (!nameSchema.safeParse(name).success) {
    throw new FalsematchError(`"${name}" is no name of a dataset; give one that "falsematch datasets ls" lists.`);
  }
  const ownCard = join(homePlaces(home).datasetCards, `${name}.yaml`);
  const found = { copy: await isInstalled(home, name), card: existsSync(ownCard) };
  await rm(ownCard, { force: true });
  await rm(datasetFolder(home, name), { recursive: true, force: true });
  await rm(listPath(home, name), { force: true });
  return found;
}
