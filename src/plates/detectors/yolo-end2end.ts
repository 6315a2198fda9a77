import { fittedRun } from '../../runtimes/fitted-run.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedPlate } from '../plate.js';
import type { OpenCandidates } from './candidates.js';

/** Number of the picture in the batch, left, top, right, bottom, class, score. */
const COLUMNS = 7;
const SCORE = 6;

/**
 * YOLOv9 with the suppression of doubles inside the network, as open-image-models exports it: one row a plate, boxes in
 * pixels of the input. No corners. Source: open-image-models, detection/core/yolo_v9.
 */
export const openYoloEnd2end: OpenCandidates = (card, network) => {
  const run = fittedRun(card, network);
  return async (picture) => {
    const { fitted, outputs } = await run(picture);
    const [output, ...others] = Object.values(outputs);
    if (output === undefined || others.length > 0 || output.dims.length !== 2 || output.dims[1] !== COLUMNS) {
      throw wrongOutputs(card, `rows of ${COLUMNS} numbers [n, ${COLUMNS}]`, outputs);
    }
    const { scaleX, scaleY, left, top } = fitted;
    const plates: DetectedPlate[] = [];
    for (let row = 0; row < output.data.length; row += COLUMNS) {
      const value = (column: number): number => output.data[row + column]!;
      const score = value(SCORE);
      // Written so that NaN is no plate.
      if (!(score >= card.scoreThreshold)) continue;
      plates.push({
        box: [
          (value(1) - left) / scaleX,
          (value(2) - top) / scaleY,
          (value(3) - left) / scaleX,
          (value(4) - top) / scaleY,
        ],
        score,
      });
    }
    return plates;
  };
};
