import type { Letterboxed } from '../../images/letterbox.js';
import type { Picture } from '../../images/picture.js';
import { fittedRun } from '../../runtimes/fitted-run.js';
import { wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedFace } from '../face.js';
import type { OpenCandidates } from './candidates.js';

const STRIDES = [8, 16, 32] as const;

interface Level {
  readonly stride: number;
  readonly classes: Float32Array;
  readonly objects: Float32Array;
  readonly boxes: Float32Array;
  readonly points: Float32Array;
}

/**
 * YuNet (Wu et al. 2023) as OpenCV's FaceDetectorYN reads it: three strides, one anchor a cell; the score is
 * sqrt(class x object), boxes are centre offsets and log sizes, points offsets from the cell's corner, in strides.
 */
export const openYunet: OpenCandidates = (card, network) => {
  const [width, height] = card.input.size;
  const run = fittedRun(card, network);
  return async (picture: Picture) => {
    const { fitted, outputs } = await run(picture);
    return STRIDES.flatMap((stride) => {
      const cells = Math.floor(width / stride) * Math.floor(height / stride);
      const [classes, objects, boxes, points] = (['cls', 'obj', 'bbox', 'kps'] as const).map(
        (name) => outputs[`${name}_${stride}`]?.data,
      );
      if (
        classes?.length !== cells ||
        objects?.length !== cells ||
        boxes?.length !== cells * 4 ||
        points?.length !== cells * 10
      ) {
        throw wrongOutputs(card, 'cls, obj, bbox and kps at strides 8, 16 and 32', outputs);
      }
      return facesOf({ stride, classes, objects, boxes, points }, fitted, width, card.scoreThreshold);
    });
  };
};

function facesOf(level: Level, { scaleX, scaleY }: Letterboxed, width: number, threshold: number): DetectedFace[] {
  const { stride, classes, objects, boxes, points } = level;
  const columns = Math.floor(width / stride);
  const faces: DetectedFace[] = [];
  for (let cell = 0; cell < classes.length; cell++) {
    const score = Math.sqrt(unit(classes[cell]!) * unit(objects[cell]!));
    // Written so that NaN is no face.
    if (!(score >= threshold)) continue;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const centreX = (column + boxes[cell * 4]!) * stride;
    const centreY = (row + boxes[cell * 4 + 1]!) * stride;
    const halfWidth = (Math.exp(boxes[cell * 4 + 2]!) * stride) / 2;
    const halfHeight = (Math.exp(boxes[cell * 4 + 3]!) * stride) / 2;
    const point = (i: number): readonly [number, number] => [
      ((column + points[cell * 10 + i * 2]!) * stride) / scaleX,
      ((row + points[cell * 10 + i * 2 + 1]!) * stride) / scaleY,
    ];
    faces.push({
      box: [
        (centreX - halfWidth) / scaleX,
        (centreY - halfHeight) / scaleY,
        (centreX + halfWidth) / scaleX,
        (centreY + halfHeight) / scaleY,
      ],
      score,
      points: [point(0), point(1), point(2), point(3), point(4)],
    });
  }
  return faces;
}

function unit(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
