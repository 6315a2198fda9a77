import { FalsematchError } from '../files/errors.js';
import type { Network, Tensor } from './network.js';

/** What messages say of a detector's card. */
export interface DetectorCard {
  readonly name: string;
  /** The kind of detector that the card says it is. */
  readonly detector: string;
}

/** The network's only input. Throws FalsematchError when it has another number of them. */
export function onlyInput({ name, detector }: DetectorCard, { inputNames }: Network): string {
  const [first] = inputNames;
  if (first === undefined || inputNames.length !== 1) {
    throw new FalsematchError(
      `The model "${name}" has ${inputNames.length} inputs, a ${detector} detector has one; correct "detector" or "file" in its card.`,
    );
  }
  return first;
}

/** A FalsematchError that says that a network's outputs are not those of this kind of detector. */
export function wrongOutputs(
  { name, detector }: DetectorCard,
  expected: string,
  outputs: Readonly<Record<string, Tensor>>,
): FalsematchError {
  const found = Object.entries(outputs).map(([output, { dims }]) => `${output} [${dims.join(', ')}]`);
  return new FalsematchError(
    `The model "${name}" does not give what a ${detector} detector gives (${expected}), found ${found.join(', ')}; correct "detector", "input" or "file" in its card.`,
  );
}
