import { fittedRun } from '../../runtimes/fitted-run.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedFace } from '../face.js';
import type { OpenCandidates } from './candidates.js';

/** Width and height of the anchors in cells. Source: @vladmandic/face-api 1.7.15, src/tinyFaceDetector/const.ts. */
const ANCHORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;

const NUMBERS = 5;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * face-api's tiny face detector (YOLO v2; Redmon & Farhadi 2017): the picture fitted to the top left of a square input; for each cell and
 * anchor the shift, the growth and the score. No points.
 */
export const openTinyYolo: OpenCandidates = (card, network) => {
  const [width] = card.input.size;
  const run = fittedRun(card, network);
  return async (picture) => {
    const { fitted, outputs } = await run(picture);
    const [output] = Object.values(outputs);
    const cells = output?.dims[1] ?? 0;
    if (!output || output.data.length !== cells * cells * ANCHORS.length * NUMBERS) {
      throw wrongOutputs(card, 'cells [1, n, n, 25]', outputs);
    }
    const faces: DetectedFace[] = [];
    for (let place = 0; place < cells * cells * ANCHORS.length; place++) {
      const at = (i: number): number => output.data[place * NUMBERS + i]!;
      const score = sigmoid(at(4));
      // Written so that NaN is no face.
      if (!(score >= card.scoreThreshold)) continue;
      const cell = Math.floor(place / ANCHORS.length);
      const [wide, high] = ANCHORS[place % ANCHORS.length]!;
      const side = width / cells;
      const x = ((cell % cells) + sigmoid(at(0))) * side;
      const y = (Math.floor(cell / cells) + sigmoid(at(1))) * side;
      const [halfWidth, halfHeight] = [(Math.exp(at(2)) * wide * side) / 2, (Math.exp(at(3)) * high * side) / 2];
      faces.push({
        box: [
          (x - halfWidth) / fitted.scaleX,
          (y - halfHeight) / fitted.scaleY,
          (x + halfWidth) / fitted.scaleX,
          (y + halfHeight) / fitted.scaleY,
        ],
        score,
      });
    }
    return faces;
  };
};
