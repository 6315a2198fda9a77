import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { obtainDataset } from '../catalog/dataset-store.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { unknownName } from '../files/errors.js';
import { applyList } from './attribute-lists/apply-list.js';
import { attributeListReader } from './attribute-lists/attribute-lists.js';
import type { Dataset } from './open-dataset.js';

/**
 * A dataset whose samples carry the named attributes, taken from the lists that its card names where the dataset does
 * not bring them itself. Only the lists that are needed are obtained.
 * Throws, with the names that there are, for an attribute that nothing gives; `unavailable` when a list cannot be had.
 */
export async function withAttributes(
  dataset: Dataset,
  names: readonly string[],
  catalog: Catalog,
  context: ObtainContext,
): Promise<Dataset> {
  const { card } = dataset;
  const own = new Set(dataset.samples.flatMap(({ attributes }) => Object.keys(attributes)));
  const offered = [...new Set([...own, ...card.attributes.flatMap(({ provides }) => provides)])];
  const unknown = names.find((name) => !offered.includes(name));
  if (unknown !== undefined) throw unknownName(`attribute of ${card.name}`, unknown, offered);
  const applied = dataset.attributeLists ?? [];
  const wanted = card.attributes.filter(
    (list) =>
      list.provides.some((name) => names.includes(name)) && !applied.some((other) => other.dataset === list.dataset),
  );
  let complete = dataset;
  for (const list of wanted) {
    const readList = attributeListReader(list.format);
    const holder = catalog.dataset(list.dataset);
    const { root, files, digest } = await obtainDataset(holder, context);
    const texts = await Promise.all(
      files.map(async ({ path }) => [path, await readFile(join(root, ...path.split('/')), 'utf8')] as const),
    );
    const entries = readList(new Map(texts), holder.name);
    const { samples, applied: added } = applyList(complete.samples, entries, list, digest);
    complete = { ...complete, samples, attributeLists: [...(complete.attributeLists ?? []), added] };
  }
  return complete;
}
