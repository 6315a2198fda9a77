import type { Letterboxed } from '../../images/letterbox.js';
import type { Picture } from '../../images/picture.js';
import { fittedRun } from '../../runtimes/fitted-run.js';
import type { Tensor } from '../../runtimes/network.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedFace } from '../face.js';
import type { OpenCandidates } from './candidates.js';

const STRIDES = [8, 16, 32] as const;
const ANCHORS = 2;

/** The three outputs of one stride; rows go over the grid row by row, the anchors of a cell one after the other. */
interface Level {
  readonly stride: number;
  readonly scores: Float32Array;
  readonly distances: Float32Array;
  readonly points: Float32Array;
}

/**
 * SCRFD (Guo et al. 2021, InsightFace): the picture fitted to the top left of the input, three strides, two anchors a
 * cell; boxes are distances to left, top, right and bottom of the cell's corner, points offsets from it, in strides.
 */
export const openScrfd: OpenCandidates = (card, network) => {
  const [width, height] = card.input.size;
  const run = fittedRun(card, network);
  return async (picture: Picture) => {
    const { fitted, outputs } = await run(picture);
    const levels = levelsOf(outputs, width, height);
    if (levels === undefined) {
      throw wrongOutputs(card, 'scores, boxes and five points at strides 8, 16 and 32 for two anchors', outputs);
    }
    return levels.flatMap((level) => facesOf(level, fitted, width, card.scoreThreshold));
  };
};

/** Outputs are told by their shapes: the exported files name them by numbers that differ from model to model. */
function levelsOf(outputs: Readonly<Record<string, Tensor>>, width: number, height: number): Level[] | undefined {
  const levels: Level[] = [];
  for (const stride of STRIDES) {
    const rows = Math.floor(width / stride) * Math.floor(height / stride) * ANCHORS;
    const find = (columns: number): Float32Array | undefined =>
      Object.values(outputs).find(({ dims, data }) => dims.at(-1) === columns && data.length === rows * columns)?.data;
    const [scores, distances, points] = [find(1), find(4), find(10)];
    if (scores === undefined || distances === undefined || points === undefined) return undefined;
    levels.push({ stride, scores, distances, points });
  }
  return levels;
}

function facesOf(level: Level, { scaleX, scaleY }: Letterboxed, width: number, threshold: number): DetectedFace[] {
  const { stride, scores, distances, points } = level;
  const columns = Math.floor(width / stride);
  const faces: DetectedFace[] = [];
  for (let row = 0; row < scores.length; row++) {
    const score = scores[row]!;
    // Written so that NaN is no face.
    if (!(score >= threshold)) continue;
    const cell = Math.floor(row / ANCHORS);
    const cellX = (cell % columns) * stride;
    const cellY = Math.floor(cell / columns) * stride;
    const distance = (side: number): number => distances[row * 4 + side]! * stride;
    const point = (i: number): readonly [number, number] => [
      (cellX + points[row * 10 + i * 2]! * stride) / scaleX,
      (cellY + points[row * 10 + i * 2 + 1]! * stride) / scaleY,
    ];
    faces.push({
      box: [
        (cellX - distance(0)) / scaleX,
        (cellY - distance(1)) / scaleY,
        (cellX + distance(2)) / scaleX,
        (cellY + distance(3)) / scaleY,
      ],
      score,
      points: [point(0), point(1), point(2), point(3), point(4)],
    });
  }
  return faces;
}
