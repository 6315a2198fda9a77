import type { PlateReaderCard } from '../../catalog/model-card.js';
import { FalsematchError, unknownName } from '../../files/errors.js';
import type { Picture } from '../../images/picture.js';
import type { OpenNetwork } from '../../runtimes/network.js';
import { asNetworkAllows } from '../../runtimes/one-at-a-time.js';
import { openCtc } from './ctc.js';
import { openFixedSlots } from './fixed-slots.js';
import type { OpenReader, PlateReader } from './plate-reader.js';

/** Every kind of reader, by the name that a card's `reader` gives. */
export const PLATE_READERS: ReadonlyMap<string, OpenReader> = new Map([
  ['fixed-slots', openFixedSlots],
  ['ctc', openCtc],
]);

/**
 * The reader of a card. `companions`: the bytes of the card's companions by file name. `alphabet`: the characters that it
 * may write, instead of all that its card allows; those that it does not know it cannot write.
 * Throws FalsematchError for an unknown kind of reader, a file that is no such model, a missing companion, or an alphabet
 * of which the reader knows no character.
 */
export async function openPlateReader(
  card: PlateReaderCard,
  openNetwork: OpenNetwork,
  companions: ReadonlyMap<string, Uint8Array> = new Map(),
  options: { readonly alphabet?: string } = {},
): Promise<PlateReader> {
  const open = PLATE_READERS.get(card.reader);
  if (open === undefined) throw unknownName('plate reader', card.reader, [...PLATE_READERS.keys()]);
  for (const { name } of card.companions) {
    if (!companions.has(name)) {
      throw new FalsematchError(
        `The model "${card.name}" needs the file ${name}, which was not given; give its bytes.`,
      );
    }
  }
  if (options.alphabet === '') {
    throw new FalsematchError(
      `The alphabet for the model "${card.name}" is empty; name the characters, or leave it out.`,
    );
  }
  const allowed = options.alphabet === undefined ? undefined : new Set(options.alphabet);
  const network = await openNetwork();
  try {
    const { cropSize, read } = await open({ card, network, companions, ...(allowed && { allowed }) });
    const readOne = ({ crop, lines }: { crop: Picture; lines: 1 | 2 }) => read(crop, lines);
    const next = asNetworkAllows(network, readOne);
    return {
      margin: card.margin,
      cropSize,
      read: (crop, lines = 1) => next({ crop, lines }),
      release: () => network.release(),
    };
  } catch (error) {
    await network.release();
    throw error;
  }
}
