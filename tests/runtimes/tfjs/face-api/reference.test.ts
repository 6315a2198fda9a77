import { expect, it } from 'vitest';
import type { NetworkFormat } from '../../../../src/catalog/model-card.js';
import { openNetwork } from '../../../../src/runtimes/open-network.js';
import { realBytes, realFile } from '../../../faces/cards.js';

/** Noise on waves, the same everywhere: whole numbers from 4 to 251. */
function picture(side: number): Float32Array {
  let state = 7;
  const next = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Float32Array.from({ length: side * side * 3 }, (_, i) =>
    Math.floor(next() * 128 + 60 * Math.sin(i / 900) + 64),
  );
}

/*
 * What face-api's own code (@vladmandic/face-api 1.7.15, dist/face-api.esm.js with the TensorFlow.js inside it, on its plain
 * JavaScript backend) gives for that picture: the numbers at five places. All numbers were compared when this was
 * written: the largest difference was 2.7e-7 of the recogniser, 1.8e-7 of the points, 2.1e-6 and 1.4e-7 of SSD's
 * boxes and scores, and 1.9e-5 of the tiny detector's, which go up to 44.
 */
const EXPECTED: readonly {
  readonly format: NetworkFormat;
  readonly file: string;
  readonly side: number;
  readonly outputs: Readonly<Record<string, readonly number[]>>;
}[] = [
  {
    format: 'face-api-recognition',
    file: 'face_recognition_model',
    side: 150,
    outputs: { descriptor: [-0.050583, 0.116258, -0.060683, 0.189384, 0.005335] },
  },
  {
    format: 'face-api-landmarks-68',
    file: 'face_landmark_68_model',
    side: 112,
    outputs: { points: [0.288214, 0.444782, 0.47032, 0.525154, 0.375039] },
  },
  {
    format: 'face-api-tiny-face-detector',
    file: 'tiny_face_detector_model',
    side: 416,
    outputs: { cells: [0.695068, 0.42702, 0.091318, 0.105893, -33.555798] },
  },
  {
    format: 'face-api-ssd-mobilenet',
    file: 'ssd_mobilenetv1_model',
    side: 512,
    outputs: {
      boxes: [-0.003899, 0.022428, -0.121866, 0.830881, 0.801011],
      scores: [0.00249, 0.000169, 0.000047, 0.008394, 0.019336],
    },
  },
];

it.skipIf(!realFile('face_recognition_model.bin')).each(EXPECTED)(
  '$format gives what the code of its authors gives',
  async ({ format, file, side, outputs }) => {
    const weights = `${file}.bin`;
    const manifest = `${file}-weights_manifest.json`;
    const network = await openNetwork(
      { name: file, file: { name: manifest }, format },
      { bytes: realBytes(manifest), companions: new Map([[weights, realBytes(weights)]]) },
    );
    expect(network.runsOn).toEqual(['tfjs-wasm']);
    const found = await network.run({ picture: { data: picture(side), dims: [1, side, side, 3] } });
    for (const [name, expected] of Object.entries(outputs)) {
      const { data } = found[name]!;
      const at = [0, 1, 17, data.length >> 1, data.length - 1].map((i) => data[i]!);
      for (const [i, value] of expected.entries()) expect(at[i], `${name} ${i}`).toBeCloseTo(value, 4);
    }
    await network.release();
  },
);
