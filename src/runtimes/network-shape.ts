import { FalsematchError } from '../files/errors.js';
import type { Network, Tensor } from './network.js';

/** What messages say of the card of a detector or a reader: its name and which kind of either it says it is. */
export type NetworkCard =
  | { readonly name: string; readonly detector: string }
  | { readonly name: string; readonly reader: string };

const kindOf = (card: NetworkCard): string =>
  'detector' in card ? `${card.detector} detector` : `${card.reader} reader`;
const fieldOf = (card: NetworkCard): string => ('detector' in card ? 'detector' : 'reader');

/** The network's only input. Throws FalsematchError when it has another number of them. */
export function onlyInput(card: NetworkCard, { inputNames }: Network): string {
  const [first] = inputNames;
  if (first === undefined || inputNames.length !== 1) {
    throw new FalsematchError(
      `The model "${card.name}" has ${inputNames.length} inputs, a ${kindOf(card)} has one; correct "${fieldOf(card)}" or "file" in its card.`,
    );
  }
  return first;
}

/** A FalsematchError that says that a network's outputs are not those of this kind of detector or reader. */
export function wrongOutputs(
  card: NetworkCard,
  expected: string,
  outputs: Readonly<Record<string, Tensor>>,
): FalsematchError {
  const found = Object.entries(outputs).map(([output, { dims }]) => `${output} [${dims.join(', ')}]`);
  return new FalsematchError(
    `The model "${card.name}" does not give what a ${kindOf(card)} gives (${expected}), found ${found.join(', ')}; correct "${fieldOf(card)}", "input" or "file" in its card.`,
  );
}
