import type { Point } from '../../images/box.js';
import type { Letterboxed } from '../../images/letterbox.js';
import { fittedRun } from '../../runtimes/fitted-run.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedPlate } from '../plate.js';
import type { OpenCandidates } from './candidates.js';

/** Centre x and y, width, height, objectness, x and y of four corners, one line, two lines. */
const COLUMNS = 15;
const [OBJECT, CORNERS, SINGLE, DOUBLE] = [4, 5, 13, 14];

/**
 * HyperLPR3's y5fu, a YOLOv5-face with four points (the corners from the top left, clockwise) and two classes, plates of
 * one and of two lines. The score is objectness times the likelier class. Source: HyperLPR3, multitask_detect.py.
 */
export const openY5fu: OpenCandidates = (card, network) => {
  const run = fittedRun(card, network);
  return async (picture) => {
    const { fitted, outputs } = await run(picture);
    const [output, ...others] = Object.values(outputs);
    if (output === undefined || others.length > 0 || output.dims.length !== 3 || output.dims[2] !== COLUMNS) {
      throw wrongOutputs(card, `rows of ${COLUMNS} numbers [1, n, ${COLUMNS}]`, outputs);
    }
    const plates: DetectedPlate[] = [];
    for (let row = 0; row < output.data.length; row += COLUMNS) {
      const values = output.data;
      const score = values[row + OBJECT]! * Math.max(values[row + SINGLE]!, values[row + DOUBLE]!);
      // Written so that NaN is no plate.
      if (score >= card.scoreThreshold) plates.push(plateOf(values.subarray(row, row + COLUMNS), score, fitted));
    }
    return plates;
  };
};

function plateOf(row: Float32Array, score: number, { scaleX, scaleY, left, top }: Letterboxed): DetectedPlate {
  const place = (x: number, y: number): Point => [(x - left) / scaleX, (y - top) / scaleY];
  const corner = (k: number): Point => place(row[CORNERS + 2 * k]!, row[CORNERS + 2 * k + 1]!);
  const [centreX, centreY, halfWidth, halfHeight] = [row[0]!, row[1]!, row[2]! / 2, row[3]! / 2];
  return {
    box: [...place(centreX - halfWidth, centreY - halfHeight), ...place(centreX + halfWidth, centreY + halfHeight)],
    score,
    corners: [corner(0), corner(1), corner(2), corner(3)],
    lines: row[DOUBLE]! > row[SINGLE]! ? 2 : 1,
  };
}
