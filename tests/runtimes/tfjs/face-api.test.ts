import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTfjs } from '../../../src/runtimes/tfjs/open-tfjs.js';
import type { TfjsFiles } from '../../../src/runtimes/tfjs/weights.js';
import { npmFile } from '../../support/npm-file.js';

const filesOf = (model: string): TfjsFiles => ({
  name: `${model}-weights_manifest.json`,
  bytes: readFileSync(npmFile(`${model}-weights_manifest.json`)!),
  companions: new Map([[`${model}.bin`, readFileSync(npmFile(`${model}.bin`)!)]]),
});
const grey = (side: number) => ({ data: new Float32Array(side * side * 3).fill(128), dims: [1, side, side, 3] });

describe.each([
  ['face-api-recognition', 'face_recognition_model', 150, [[1, 128]]],
  ['face-api-landmarks-68', 'face_landmark_68_model', 112, [[1, 136]]],
  ['face-api-tiny-face-detector', 'tiny_face_detector_model', 416, [[1, 13, 13, 25]]],
  ['face-api-ssd-mobilenet', 'ssd_mobilenetv1_model', 512, [[5118, 4], [5118]]],
] as const)('%s', (format, model, side, dims) => {
  it.skipIf(!npmFile(`${model}.bin`))('gives outputs of its shape, the same ones for the same picture', async () => {
    const network = await openTfjs(format, filesOf(model));
    const outputs = await network.run({ [network.inputNames[0]!]: grey(side) });
    expect(Object.values(outputs).map((output) => output.dims)).toEqual(dims);
    for (const { data } of Object.values(outputs)) expect(data.every(Number.isFinite)).toBe(true);
    expect(await network.run({ [network.inputNames[0]!]: grey(side) })).toEqual(outputs);
    await network.release();
  });

  it.skipIf(!npmFile(`${model}.bin`))("refuses another network's weights by the name that it misses", async () => {
    const other = model === 'face_recognition_model' ? 'face_landmark_68_model' : 'face_recognition_model';
    const network = await openTfjs(format, filesOf(other));
    await expect(network.run({ picture: grey(side) })).rejects.toThrow(
      /-weights_manifest\.json has (?:no weights|weights) ".+", expected \d dimensions; correct "file" or "format" in the card\.$/,
    );
  });
});
