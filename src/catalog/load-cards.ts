import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { bytewise } from '../files/bytewise.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { packageFolder } from '../files/package-folder.js';
import { codeOf } from '../files/write-problem.js';
import { type DatasetCard, datasetCardSchema } from './dataset-card.js';
import { homePlaces } from './home.js';
import { type ModelCard, modelCardSchema } from './model-card.js';
import { readYaml } from './read-yaml.js';

/** Every card that is known here: the packaged ones and the user's own. */
export interface Catalog {
  readonly models: ReadonlyMap<string, ModelCard>;
  readonly datasets: ReadonlyMap<string, DatasetCard>;
  /** The card of that name; throws with the nearest known name. */
  model(name: string): ModelCard;
  /** The card of that name; throws with the nearest known name. */
  dataset(name: string): DatasetCard;
}

async function cardFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((thrown: unknown) => {
    if (codeOf(thrown) === 'ENOENT') return [];
    throw thrown;
  });
  return names
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
    .sort(bytewise)
    .map((name) => join(folder, name));
}

async function loadFolders<Schema extends z.core.$ZodType<{ name: string }>>(
  folders: readonly string[],
  schema: Schema,
): Promise<Map<string, z.output<Schema>>> {
  const cards = new Map<string, z.output<Schema>>();
  const places = new Map<string, string>();
  for (const path of (await Promise.all(folders.map(cardFiles))).flat()) {
    const card = await readYaml(path, schema);
    const expected = basename(path, '.yaml');
    if (card.name !== expected) {
      throw new FalsematchError(
        `${path}: "name" must be the file's own name: expected "${expected}", found "${card.name}".`,
      );
    }
    const other = places.get(card.name);
    if (other) {
      throw new FalsematchError(`${path}: the name "${card.name}" is taken by ${other}; give this card another name.`);
    }
    places.set(card.name, path);
    cards.set(card.name, card);
  }
  return cards;
}

/** What a card names must be there, of the right kind: found when the cards are loaded, not in the middle of a run. */
function checkReferences(catalog: Catalog): void {
  for (const card of catalog.models.values()) {
    if (card.kind !== 'face-detector' || card.landmarks === undefined) continue;
    const { kind } = catalog.model(card.landmarks);
    if (kind === 'face-landmarks') continue;
    throw new FalsematchError(
      `The model card ${card.name}: "landmarks" must name a card of the kind face-landmarks; ${card.landmarks} is a ${kind}.`,
    );
  }
  for (const card of catalog.datasets.values()) {
    for (const { dataset } of Object.values(card.protocols)) if (dataset !== undefined) catalog.dataset(dataset);
    for (const { dataset } of card.attributes) catalog.dataset(dataset);
    if (card.generate && card.files.length > 0) {
      throw new FalsematchError(
        `The dataset card ${card.name} has "files" and "generate"; leave out "files", or "generate" if it is fetched.`,
      );
    }
    if (card.errataFrom === undefined) continue;
    const { errataFrom } = catalog.dataset(card.errataFrom);
    if (errataFrom === undefined) continue;
    throw new FalsematchError(
      `The dataset card ${card.name}: "errataFrom" must name the card that has the list; ${card.errataFrom} takes it from ${errataFrom}.`,
    );
  }
}

/**
 * Reads all cards: the package's models/ and datasets/, then the user's own below the home folder. Throws one sentence
 * for the first card that is not right.
 */
export async function loadCatalog(options: { home: string }): Promise<Catalog> {
  const places = homePlaces(options.home);
  const models = await loadFolders([join(packageFolder(), 'models'), places.modelCards], modelCardSchema);
  const datasets = await loadFolders([join(packageFolder(), 'datasets'), places.datasetCards], datasetCardSchema);
  const catalog: Catalog = {
    models,
    datasets,
    model: (name) => {
      const card = models.get(name);
      if (!card) throw unknownName('model', name, [...models.keys()]);
      return card;
    },
    dataset: (name) => {
      const card = datasets.get(name);
      if (!card) throw unknownName('dataset', name, [...datasets.keys()]);
      return card;
    },
  };
  checkReferences(catalog);
  return catalog;
}
