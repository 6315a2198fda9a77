import { isDatasetAtHand } from '../catalog/dataset-store.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { type Dataset, openDataset } from '../datasets/open-dataset.js';
import { FalsematchError } from '../files/errors.js';
import { ensureGenerated } from '../plates/synthetic/generate-dataset.js';
import { whyUnavailable } from './not-measured.js';

/**
 * Opens the first variant that can be had: those already on this machine or in the mirror, and
 * those that are made here, then those that must be fetched, each in the suite's order. Throws `unavailable` with every reason when none can be had.
 */
export async function chooseDataset(
  variants: readonly string[],
  catalog: Catalog,
  context: ObtainContext,
): Promise<Dataset> {
  const cards = variants.map((name) => catalog.dataset(name));
  const atHand = await Promise.all(cards.map((card) => isDatasetAtHand(card, context)));
  const ordered = [...cards.filter((_, i) => atHand[i]), ...cards.filter((_, i) => !atHand[i])];
  const reasons: string[] = [];
  for (const card of ordered) {
    try {
      await ensureGenerated(card, context);
      return await openDataset(card, context);
    } catch (thrown) {
      reasons.push(whyUnavailable(thrown));
    }
  }
  throw new FalsematchError(reasons.join(' '), { kind: 'unavailable' });
}
