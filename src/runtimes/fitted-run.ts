import type { NetworkInput } from '../catalog/model-card.js';
import { createLetterbox, type Letterboxed, type LetterboxLook } from '../images/letterbox.js';
import type { Picture } from '../images/picture.js';
import { createTensorWriter, tensorLength, tensorShape } from '../images/tensor.js';
import type { Network, Tensor } from './network.js';
import { type NetworkCard, onlyInput } from './network-shape.js';

/** A picture as a detector saw it, and what its network gave. */
export interface FittedOutputs {
  readonly fitted: Letterboxed;
  readonly outputs: Readonly<Record<string, Tensor>>;
}

/**
 * Runs a detector's network on pictures fitted into its input as the card says (top left on black, if it says nothing);
 * the buffers are kept between calls. Throws FalsematchError when the network has more than one input.
 */
export function fittedRun(
  card: NetworkCard & LetterboxLook & { readonly input: NetworkInput },
  network: Network,
): (picture: Picture) => Promise<FittedOutputs> {
  const [width, height] = card.input.size;
  const input = onlyInput(card, network);
  const letterbox = createLetterbox(width, height, card);
  const write = createTensorWriter(card.input);
  const tensor = { data: new Float32Array(tensorLength(card.input)), dims: tensorShape(card.input) };
  return async (picture) => {
    const fitted = letterbox(picture);
    write(fitted.picture, tensor.data);
    return { fitted, outputs: await network.run({ [input]: tensor }) };
  };
}
