import type { PlateMargin, PlateReaderCard } from '../../catalog/model-card.js';
import type { Picture } from '../../images/picture.js';
import type { Network } from '../../runtimes/network.js';
import type { PlateReading } from '../plate.js';

/** An open plate reader; it belongs to the thread that opened it. */
export interface PlateReader {
  /** The margin that its card says it reads best with. */
  readonly margin: PlateMargin;
  /** Width and height in pixels of the crop that `read` takes for a plate of this width over height, of so many lines. */
  cropSize(aspect: number, lines?: 1 | 2): readonly [width: number, height: number];
  /**
   * The text of a crop that has the size that `cropSize` gives for it and for so many lines. Calls wait for one another.
   * Throws RangeError for a crop of another size.
   */
  read(crop: Picture, lines?: 1 | 2): Promise<PlateReading>;
  release(): Promise<void>;
}

/** What a kind of reader makes of its card, network and files. */
export interface ReaderParts {
  readonly card: PlateReaderCard;
  readonly network: Network;
  /** The characters that may be written, or undefined for all that the reader knows. */
  readonly allowed?: ReadonlySet<string>;
  /** The card's companions by file name. */
  readonly companions: ReadonlyMap<string, Uint8Array>;
}

/** One kind of reader. It throws FalsematchError when the card, the network and the files do not belong together. */
export type OpenReader = (parts: ReaderParts) => Promise<Pick<PlateReader, 'cropSize' | 'read'>>;
