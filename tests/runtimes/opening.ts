import type { OpenNetwork } from '../../src/runtimes/network.js';
import { type OpenableCard, openNetwork } from '../../src/runtimes/open-network.js';

/** Opens the network of a card on these bytes, on the processor. */
export const opening =
  (card: OpenableCard, bytes: Uint8Array, companions: ReadonlyMap<string, Uint8Array> = new Map()): OpenNetwork =>
  () =>
    openNetwork(card, { bytes, companions });
