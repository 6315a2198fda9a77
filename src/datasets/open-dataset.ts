import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatasetCard, ProtocolCard } from '../catalog/dataset-card.js';
import { obtainDataset } from '../catalog/dataset-store.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { contentDigest } from '../files/digest.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { readText } from '../files/read-text.js';
import { markAligned } from './aligned-faces.js';
import type { AppliedList } from './attribute-lists/apply-list.js';
import { layoutReader } from './layouts/layouts.js';
import type { Pair } from './pair-lists/pair.js';
import { pairListFormat } from './pair-lists/pair-lists.js';
import type { DatasetFile, Sample } from './sample.js';
import type { SearchSplit, SplitsFormat } from './search-lists/split.js';
import { splitsFormat } from './search-lists/splits-formats.js';

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
  const marked = card.layout.aligned ? await markAligned(samples) : samples;
  return { card, digest, folder: root, samples: marked };
}

/** A published pair list of a dataset, with the digest of the list. */
export interface PairList {
  readonly pairs: readonly Pair[];
  readonly sha256: string;
  /** Where the list comes from: `dataset/file`. */
  readonly from: string;
}

/** Reads the pair list `name` of a dataset's card. Throws when the card has no pair list of that name. */
export async function openPairList(
  card: DatasetCard,
  name: string,
  catalog: Catalog,
  context: ObtainContext,
): Promise<PairList> {
  const list = protocolOf(card, name, 'pairs');
  const holder = list.dataset ? catalog.dataset(list.dataset) : card;
  const { root, files } = await obtainDataset(holder, context);
  const format = pairListFormat(list.format);
  const from = `${holder.name}/${list.file}`;
  if (typeof format === 'function') {
    const file = files.find(({ path }) => path === list.file);
    if (!file) throw new FalsematchError(`The dataset ${holder.name} holds no file ${list.file}; import it again.`);
    const text = await readFile(join(root, ...list.file.split('/')), 'utf8');
    return { pairs: format(text, from), sha256: file.sha256, from };
  }
  const { read, texts } = await readBelow(root, files, list.file, format);
  if (read.length === 0) {
    throw new FalsematchError(
      `The dataset ${holder.name} holds no folder ${list.file} with a list of the format "${list.format}"; import it again.`,
    );
  }
  return { pairs: format.read(texts, from), sha256: contentDigest(read), from };
}

/** The files below a folder of a dataset that a format wants, and their texts by their paths below it. */
async function readBelow(
  root: string,
  files: readonly DatasetFile[],
  folder: string | undefined,
  { reads, namesOnly }: Pick<SplitsFormat, 'reads' | 'namesOnly'>,
): Promise<{ read: DatasetFile[]; texts: Map<string, string> }> {
  const prefix = folder ? `${folder}/` : '';
  const read = files.filter(({ path }) => path.startsWith(prefix) && reads(path.slice(prefix.length)));
  const texts = new Map<string, string>();
  for (const { path } of read) {
    texts.set(path.slice(prefix.length), namesOnly ? '' : await readText(join(root, ...path.split('/'))));
  }
  return { read, texts };
}

/** Published splits of a dataset for searches, with the digest of their lists. */
export interface Splits {
  readonly splits: readonly SearchSplit[];
  /** Content digest of the lists that were read: see `contentDigest`; paths are those below the holder's folder. */
  readonly sha256: string;
  /** Where the lists come from: `dataset/folder`. */
  readonly from: string;
}

/** Reads the splits `name` of a dataset's card. Throws when the card has no splits of that name. */
export async function openSplits(
  card: DatasetCard,
  name: string,
  catalog: Catalog,
  context: ObtainContext,
): Promise<Splits> {
  const list = protocolOf(card, name, 'splits');
  const format = splitsFormat(list.format);
  const holder = list.dataset ? catalog.dataset(list.dataset) : card;
  const { root, files } = await obtainDataset(holder, context);
  const folder = list.root?.replace(/\/+$/, '');
  const { read, texts } = await readBelow(root, files, folder, format);
  const from = folder ? `${holder.name}/${folder}` : holder.name;
  return { splits: format.read(texts, from), sha256: contentDigest(read), from };
}

const LISTS = { pairs: 'pair list', splits: 'list of splits' } as const;

/** The protocol of that name and kind; a name of another kind is told from one that nobody has. */
function protocolOf<Type extends ProtocolCard['type']>(
  card: DatasetCard,
  name: string,
  type: Type,
): Extract<ProtocolCard, { type: Type }> {
  const known = Object.entries(card.protocols).flatMap(([own, { type: kind }]) => (kind === type ? [own] : []));
  const found = Object.hasOwn(card.protocols, name) ? card.protocols[name] : undefined;
  if (!found) throw unknownName(`${LISTS[type]} of ${card.name}`, name, known);
  if (isOfType(found, type)) return found;
  throw new FalsematchError(
    `"${name}" of ${card.name} is of the type ${found.type}, and ${type} are wanted here; known: ${known.join(', ') || 'none'}.`,
  );
}

function isOfType<Type extends ProtocolCard['type']>(
  protocol: ProtocolCard,
  type: Type,
): protocol is Extract<ProtocolCard, { type: Type }> {
  return protocol.type === type;
}
