import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaptureCondition } from '../../src/extraction/extraction.js';
import { type FindFace, loadPicture } from '../../src/extraction/load-picture.js';
import { sha256Of } from '../../src/files/digest.js';
import type { Point } from '../../src/images/box.js';
import { applyCondition } from '../../src/images/conditions/apply-condition.js';
import type { Step } from '../../src/images/conditions/step.js';
import { stepSchema } from '../../src/images/conditions/step-schema.js';
import { decodePicture } from '../../src/images/decode.js';
import type { Picture } from '../../src/images/picture.js';
import { pictureOf } from '../images/fixtures.js';
import { temporaryFolder } from '../support/catalog.js';

const folder = temporaryFolder();
const path = join(folder, 'picture.png');
const image = pictureOf(120, 80, (x, y, c) => (2 * x + 3 * y + 30 * c) % 256);
let sha256 = '';
beforeAll(async () => {
  const { width, height, data } = image;
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  sha256 = sha256Of(bytes);
  writeFileSync(path, bytes);
  writeFileSync(join(folder, 'text.jpg'), 'no picture');
  expect(await decodePicture(bytes)).toEqual(image);
});

const step = (own: object): Step => stepSchema.parse(own);
const SMALLER = step({ step: 'pixel-density', density: '100 px/m' });
const NOISE = step({ step: 'sensor', fullWell: '2000 e', readNoise: '5 e' });
const MASK = step({ step: 'surgical-mask', colour: 'blue', nose: 'covered' });
const MUD = step({ step: 'plate-occlusion', share: '50 %', by: 'mud', side: 'left' });
const FACE: readonly Point[] = [
  [48, 30],
  [72, 30],
  [60, 42],
  [50, 54],
  [70, 54],
];
const PLATE = [
  [10, 10],
  [110, 10],
  [110, 40],
  [10, 40],
] as const;

const nobody: FindFace = async () => undefined;
const neverAsked: FindFace = () => Promise.reject(new Error('no face is wanted'));
const load = (condition?: CaptureCondition, findFace = neverAsked) =>
  loadPicture({ path, sha256, ...(condition ? { condition } : {}) }, findFace);

describe('loadPicture', () => {
  it('is the picture as published without a condition', async () => {
    expect(await load()).toEqual({ picture: image, scaleX: 1, scaleY: 1 });
  });

  it('is what the condition delivers, with its size beside that as published', async () => {
    const steps = [SMALLER, NOISE];
    expect(await load({ steps, seed: 1, density: 200 })).toEqual({
      picture: await applyCondition({ image, density: 200 }, steps, [1, sha256]),
      scaleX: 0.5,
      scaleY: 0.5,
    });
    expect(await load({ steps: [SMALLER], seed: 1, density: 270 })).toMatchObject({
      scaleX: 44 / 120,
      scaleY: 30 / 80,
    });
  });

  it('draws by the seed and the content of the picture, not by its place', async () => {
    const of = (seed: number, content = sha256) =>
      loadPicture({ path, sha256: content, condition: { steps: [NOISE], seed } }, neverAsked);
    expect(await of(1)).toEqual(await of(1));
    expect(await of(2)).not.toEqual(await of(1));
    expect(await of(1, 'b'.repeat(64))).not.toEqual(await of(1));
  });

  it('looks for the face that a step is put on in the picture as published', async () => {
    const asked: Picture[] = [];
    const find: FindFace = async (picture) => {
      asked.push(picture);
      return FACE;
    };
    const loaded = await load({ steps: [SMALLER, MASK], seed: 1, density: 200 }, find);
    expect(asked).toEqual([image]);
    expect(loaded).toMatchObject({
      picture: await applyCondition({ image, density: 200, face: FACE }, [SMALLER, MASK], [1, sha256]),
    });
    const plain = await load({ steps: [SMALLER], seed: 1, density: 200 });
    expect(loaded).not.toEqual(plain);
  });

  it('fails where there is no face to put it on', async () => {
    expect(await load({ steps: [MASK], seed: 1 }, nobody)).toEqual({
      state: 'failed',
      reason: 'no-face',
      detail: 'no face was found in the picture as published, so nothing could be put on it',
    });
  });

  it('knows the plates that the dataset marks', async () => {
    const muddy = await load({ steps: [MUD], seed: 1, plates: [PLATE] });
    expect(muddy).toMatchObject({ picture: await applyCondition({ image, plates: [PLATE] }, [MUD], [1, sha256]) });
    expect(muddy).not.toMatchObject({ picture: image });
  });

  it('fails where too few pixels are left', async () => {
    expect(await load({ steps: [SMALLER], seed: 1, density: 5000 })).toEqual({
      state: 'failed',
      reason: 'too-small',
      detail: 'At 100 px/m a picture of 120 x 80 pixels has 2 x 2, too few to look for anything in; ask for more.',
    });
  });

  it('fails where there is no picture, before anything is asked of it', async () => {
    const condition = { steps: [MASK], seed: 1 };
    const text = loadPicture({ path: join(folder, 'text.jpg'), sha256, condition }, neverAsked);
    const gone = loadPicture({ path: join(folder, 'gone.jpg'), sha256, condition }, neverAsked);
    expect([await text, await gone]).toMatchObject([
      { state: 'failed', reason: 'unreadable' },
      { state: 'failed', reason: 'missing' },
    ]);
  });

  it('does not take a mistake in a condition for a bad picture', async () => {
    await expect(load({ steps: [SMALLER], seed: 1 })).rejects.toThrow('needs the pixels per metre');
    await expect(load({ steps: [SMALLER], seed: 1, density: 50 })).rejects.toThrow('detail is not invented');
    await expect(load({ steps: [MASK], seed: 1 })).rejects.toThrow('no face is wanted');
  });
});
