import { fittedRun } from '../../runtimes/fitted-run.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedFace } from '../face.js';
import type { OpenCandidates } from './candidates.js';

/**
 * A single-shot detector whose boxes come decoded (top, left, bottom, right in parts of the input) beside one score each, as
 * face-api's: the picture fitted to the top left of the input, boxes cut off at its sides. No points.
 */
export const openSsd: OpenCandidates = (card, network) => {
  const [width, height] = card.input.size;
  const run = fittedRun(card, network);
  return async (picture) => {
    const { fitted, outputs } = await run(picture);
    const { boxes, scores } = outputs;
    if (!boxes || !scores || boxes.data.length !== scores.data.length * 4) {
      throw wrongOutputs(card, 'boxes [n, 4] and scores [n]', outputs);
    }
    const faces: DetectedFace[] = [];
    for (const [row, score] of scores.data.entries()) {
      // Written so that NaN is no face.
      if (!(score >= card.scoreThreshold)) continue;
      const side = (i: number): number => Math.min(Math.max(boxes.data[row * 4 + i]!, 0), 1);
      const x = (share: number): number => (share * width) / fitted.scaleX;
      const y = (share: number): number => (share * height) / fitted.scaleY;
      faces.push({ box: [x(side(1)), y(side(0)), x(side(3)), y(side(2))], score });
    }
    return faces;
  };
};
