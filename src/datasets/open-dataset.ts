import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetCard } from '../catalog/dataset-card.js';
import { obtainDataset } from '../catalog/dataset-store.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import type { AppliedList } from './attribute-lists/apply-list.js';
import { layoutReader } from './layouts/layouts.js';
import type { Pair } from './pair-lists/pair.js';
import { pairListReader } from './pair-lists/pair-lists.js';
import type { Sample } from './sample.js';

/** A dataset that is on this machine, verified, with its samples. */
export interface Dataset {
  readonly card: DatasetCard;
  /** Content digest as found on disk just now. */
  readonly digest: string;
  readonly folder: string;
  /** Sorted by id. */
  readonly samples: readonly Sample[];
  /** The lists of other datasets that attributes of the samples were taken from. */
  readonly attributeLists?: readonly AppliedList[];
}

/** Obtains a dataset, verifies its content and reads its samples. Throws `unavailable` when it cannot be had. */
export async function openDataset(card: DatasetCard, context: ObtainContext): Promise<Dataset> {
  const readLayout = layoutReader(card.layout.reader, card.name);
  const { root, files, digest } = await obtainDataset(card, context);
  const samples = await readLayout({ name: card.name, folder: root, files, layout: card.layout });
  if (samples.length === 0) {
    throw new FalsematchError(
      `The dataset ${card.name} in ${root} holds no picture that its layout "${card.layout.reader}" can find; check the folder that was imported.`,
    );
  }
  return { card, digest, folder: root, samples };
}

/** A published pair list of a dataset, with the digest of the list. */
export interface PairList {
  readonly pairs: readonly Pair[];
  readonly sha256: string;
  /** Where the list comes from: `dataset/file`. */
  readonly from: string;
}

/** Reads the pair list `name` of a dataset's card. Throws when the card has none of that name. */
export async function openPairList(
  card: DatasetCard,
  name: string,
  catalog: Catalog,
  context: ObtainContext,
): Promise<PairList> {
  const list = Object.hasOwn(card.protocols, name) ? card.protocols[name] : undefined;
  if (!list) throw unknownName(`pair list of ${card.name}`, name, Object.keys(card.protocols));
  const holder = list.dataset ? catalog.dataset(list.dataset) : card;
  const { root, files } = await obtainDataset(holder, context);
  const file = files.find(({ path }) => path === list.file);
  if (!file) throw new FalsematchError(`The dataset ${holder.name} holds no file ${list.file}; import it again.`);
  const text = await readFile(join(root, ...list.file.split('/')), 'utf8');
  return {
    pairs: pairListReader(list.format)(text, `${holder.name}/${list.file}`),
    sha256: file.sha256,
    from: `${holder.name}/${list.file}`,
  };
}
