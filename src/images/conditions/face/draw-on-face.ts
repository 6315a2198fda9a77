import { FalsematchError } from '../../../files/errors.js';
import type { Canvas } from '../../drawing/canvas.js';
import { lightOf, type Seen } from '../step.js';
import { type FaceFrame, faceFrame } from './frame.js';
import { type SceneLight, sceneLight } from './scene-light.js';

/** Something that is drawn over a face: its colours are linear light on a canvas, which only adds and multiplies. */
export type Drawing = (canvas: Canvas, frame: FaceFrame, scene: SceneLight) => void;

/** What is seen with something drawn over the face. Throws FalsematchError where no five points are known. */
export function drawOnFace(seen: Seen, step: string, draw: Drawing): Seen {
  if (seen.face?.length !== 5) {
    throw new FalsematchError(
      `The step "${step}" needs the five points of a face, and ${seen.face ? `${seen.face.length} are` : 'none are'} known; leave the picture out, or take a detector that finds its face with points.`,
    );
  }
  const light = lightOf(seen);
  const image = { ...light, data: light.data.slice() };
  const frame = faceFrame(seen.face);
  draw(image, frame, sceneLight(light, frame));
  return { ...seen, image };
}
