import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashContent } from '../../catalog/content.js';
import type { DatasetCard, GenerateCard } from '../../catalog/dataset-card.js';
import { commitDataset, datasetFolder, isInstalled } from '../../catalog/installed-dataset.js';
import type { ObtainContext } from '../../catalog/obtain-file.js';
import { DRAWN_SETTINGS } from '../../datasets/drawn-settings.js';
import { FalsematchError } from '../../files/errors.js';
import { stageFolder } from '../../files/stage-folder.js';
import { GENERATOR_VERSION, settingsText, writePlates } from './write-plates.js';

/**
 * Makes the dataset of a card that says how (`generate`), unless it has been made: pictures, labels and settings appear
 * whole below the home folder or not at all. Does nothing for other cards. Throws when the dataset on this machine was
 * made with other settings than the card's, or the card is of another version of the generator.
 */
export async function ensureGenerated(card: DatasetCard, context: ObtainContext): Promise<void> {
  const { generate } = card;
  if (!generate) return;
  if (await isInstalled(context.home, card.name)) return checkSettings(card, generate, context.home);
  if (generate.version !== GENERATOR_VERSION) {
    throw new FalsematchError(
      `The dataset card ${card.name} is of version ${generate.version} of the generator, and this is version ${GENERATOR_VERSION}; change "generate.version" or use another release.`,
    );
  }
  await makeDataset(card, generate, context);
}

async function makeDataset(card: DatasetCard, generate: GenerateCard, context: ObtainContext): Promise<void> {
  const stage = await stageFolder(datasetFolder(context.home, card.name));
  try {
    await writePlates(stage, generate, {
      signal: context.signal,
      onPicture: (received, total) =>
        context.onProgress?.({ kind: 'progress', file: card.name, received, total, unit: 'pictures' }),
    });
    const content = await hashContent(stage.path);
    checkContent(card, content);
    await commitDataset(card, context.home, stage, content);
  } finally {
    await stage.discard();
  }
}

function checkContent({ name, content }: DatasetCard, made: Awaited<ReturnType<typeof hashContent>>): void {
  const { files = made.files.length, digest = made.digest } = content ?? {};
  if (files === made.files.length && digest === made.digest) return;
  throw new FalsematchError(
    `The dataset ${name} as made here is not as its card says: expected ${files} files with the content digest ${digest}, made ${made.files.length} files with ${made.digest}; correct "content".`,
  );
}

async function checkSettings(card: DatasetCard, generate: GenerateCard, home: string): Promise<void> {
  const place = join(datasetFolder(home, card.name), DRAWN_SETTINGS);
  // A file that is missing or was changed is found where the dataset is verified.
  const made = await readFile(place, 'utf8').catch(() => undefined);
  if (made === undefined || made === settingsText(generate)) return;
  throw new FalsematchError(
    `The dataset ${card.name} was made with other settings than its card has now; delete it with: falsematch datasets remove ${card.name}.`,
  );
}
