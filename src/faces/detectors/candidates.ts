import type { FaceDetectorCard } from '../../catalog/model-card.js';
import { FalsematchError } from '../../files/errors.js';
import type { Picture } from '../../images/picture.js';
import type { Network, Tensor } from '../../runtimes/network.js';
import type { DetectedFace } from '../face.js';

/** All places that a network takes for a face, scores at or above the card's threshold, before overlaps are removed. */
export type FindCandidates = (picture: Picture) => Promise<DetectedFace[]>;

/** One kind of detector: how a picture is fed to its network and how its output is read. */
export type OpenCandidates = (card: FaceDetectorCard, network: Network) => FindCandidates;

/** The network's only input. Throws FalsematchError when it has another number of them. */
export function onlyInput(card: FaceDetectorCard, network: Network): string {
  const [name] = network.inputNames;
  if (name === undefined || network.inputNames.length !== 1) {
    throw new FalsematchError(
      `The model "${card.name}" has ${network.inputNames.length} inputs, a ${card.detector} detector has one; correct "detector" or "file" in its card.`,
    );
  }
  return name;
}

/** A FalsematchError that says that a network's outputs are not those of this kind of detector. */
export function wrongOutputs(card: FaceDetectorCard, expected: string, outputs: Readonly<Record<string, Tensor>>) {
  const found = Object.entries(outputs).map(([name, { dims }]) => `${name} [${dims.join(', ')}]`);
  return new FalsematchError(
    `The model "${card.name}" does not give what a ${card.detector} detector gives (${expected}), found ${found.join(', ')}; correct "detector", "input" or "file" in its card.`,
  );
}
