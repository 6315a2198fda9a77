import type { Picture } from '../../images/picture.js';
import { resizeInto } from '../../images/resize.js';
import { createTensorWriter, tensorLength, tensorShape } from '../../images/tensor.js';
import { onlyInput, wrongOutputs } from '../../runtimes/network-shape.js';
import type { DetectedFace } from '../face.js';
import type { OpenCandidates } from './candidates.js';

/**
 * Ultra-Light-Fast-Generic-Face-Detector RFB-320 (Linzaer 2019) and files like it: the picture stretched to the input;
 * boxes come decoded as left, top, right, bottom in parts of the picture, scores as background and face. No points.
 */
export const openRfb: OpenCandidates = (card, network) => {
  const [width, height] = card.input.size;
  const input = onlyInput(card, network);
  const canvas = { width, height, data: new Uint8Array(width * height * 3) };
  const write = createTensorWriter(card.input);
  const tensor = { data: new Float32Array(tensorLength(card.input)), dims: tensorShape(card.input) };
  return async (picture: Picture) => {
    resizeInto(picture, width, height, canvas.data, width);
    write(canvas, tensor.data);
    const outputs = await network.run({ [input]: tensor });
    const tensors = Object.values(outputs);
    const scores = tensors.find(({ dims }) => dims.at(-1) === 2)?.data;
    const boxes = tensors.find(({ dims }) => dims.at(-1) === 4)?.data;
    if (tensors.length !== 2 || scores === undefined || boxes === undefined || boxes.length !== scores.length * 2) {
      throw wrongOutputs(card, 'scores [1, n, 2] and boxes [1, n, 4]', outputs);
    }
    const faces: DetectedFace[] = [];
    for (let row = 0; row < scores.length / 2; row++) {
      const score = scores[row * 2 + 1]!;
      // Written so that NaN is no face.
      if (!(score >= card.scoreThreshold)) continue;
      const side = (i: number, length: number): number => boxes[row * 4 + i]! * length;
      faces.push({
        box: [side(0, picture.width), side(1, picture.height), side(2, picture.width), side(3, picture.height)],
        score,
      });
    }
    return faces;
  };
};
