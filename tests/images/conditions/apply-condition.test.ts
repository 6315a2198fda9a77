import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyCondition, applySteps } from '../../../src/images/conditions/apply-condition.js';
import { pictureOf as codesOf, lightOf, type Seen, type Step } from '../../../src/images/conditions/step.js';
import { stepSchema } from '../../../src/images/conditions/step-schema.js';
import { H264 } from '../../../src/images/conditions/steps/h264.js';
import type { Picture } from '../../../src/images/picture.js';
import { pictureOf } from '../fixtures.js';
import { itWithFfmpeg } from './support/ffmpeg.js';

const step = (own: object): Step => stepSchema.parse(own);
const SENSOR = step({ step: 'sensor', fullWell: '2000 e', readNoise: '5 e' });
const LESS = step({ step: 'exposure', by: '-1 stops' });
const SMALLER = step({ step: 'pixel-density', density: '100 px/m' });
const CLIP = { step: 'h264', resolution: '640x480', frameRate: '25 fps', crf: 0, frames: 5 };

const image = pictureOf(64, 32, (x, y, c) => 100 + 60 * Math.sin(x / 4) + 30 * Math.cos(y / 3) + 5 * c);
const seen: Seen = { image, density: 200 };
const NAMES = [1, 'sha'];

describe('applyCondition', () => {
  it('without a step is the picture as published', async () => {
    expect(await applyCondition({ image }, [], NAMES)).toBe(image);
  });

  it('takes one step after another', async () => {
    const [one, two] = [await applySteps(seen, [SMALLER], NAMES), await applySteps(seen, [SMALLER, LESS], NAMES)];
    expect([one.image.width, one.image.height, one.density]).toEqual([32, 16, 100]);
    const half = lightOf(one).data.map((light) => light / 2);
    expect(lightOf(two).data).toEqual(half);
    expect(await applyCondition(seen, [SMALLER, LESS], NAMES)).toEqual(codesOf(two));
  });

  it('gives the same noise for the same names, and other noise for others', async () => {
    const of = (names: readonly (string | number)[]) => applyCondition(seen, [SENSOR], names);
    expect(await of(NAMES)).toEqual(await of(NAMES));
    expect(await of([2, 'sha'])).not.toEqual(await of(NAMES));
    expect(await of([1, 'other'])).not.toEqual(await of(NAMES));
  });

  it('draws for each step of its own, so that one more behind it changes nothing', async () => {
    const once = await applySteps(seen, [SENSOR], NAMES);
    const behind = await applySteps(seen, [SENSOR, LESS], NAMES);
    expect(lightOf(behind).data).toEqual(lightOf(once).data.map((light) => light / 2));
    // At another place the same step draws other numbers.
    const nothing = step({ step: 'exposure', by: '0 stops' });
    const later = await applySteps(seen, [nothing, SENSOR], NAMES);
    expect(lightOf(later).data).not.toEqual(lightOf(once).data);
    const twice = await applySteps(seen, [SENSOR, SENSOR], NAMES);
    expect(lightOf(twice).data).not.toEqual(lightOf(once).data);
  });

  it('says that there is no such step, and what a step lacks', async () => {
    await expect(applyCondition(seen, [{ step: 'pixeldensity' }], NAMES)).rejects.toThrow(
      'did you mean "pixel-density"',
    );
    await expect(applyCondition({ image }, [SMALLER], NAMES)).rejects.toThrow('needs the pixels per metre');
  });
});

describe('in a clip', () => {
  const clip = (own: object = {}) => step({ ...CLIP, ...own });
  let frames: readonly Picture[] = [];
  beforeEach(() => {
    // What goes into the encoder is looked at, and the encoder left out.
    vi.spyOn(H264, 'compress').mockImplementation(async (given) => {
      frames = given;
      return given[Math.floor(given.length / 2)]!;
    });
    return () => vi.restoreAllMocks();
  });

  it('noise is new in every frame, and in the middle one that of the picture without a clip', async () => {
    const middle = await applyCondition(seen, [SENSOR, clip()], NAMES);
    expect(frames).toHaveLength(5);
    expect(new Set(frames.map(({ data }) => data.join())).size).toBe(5);
    expect(middle).toEqual(await applyCondition(seen, [SENSOR], NAMES));
  });

  it('is of one still picture where nothing differs by frame', async () => {
    await applyCondition(seen, [LESS, clip()], NAMES);
    expect(new Set(frames.map(({ data }) => data.join())).size).toBe(1);
  });

  it('the subject moves and the noise stays on the sensor', async () => {
    // 200 px/m x 0.25 m/s / 25 fps = 2 pixels a frame.
    await applyCondition(seen, [clip({ motion: '0.25 m/s' })], NAMES);
    const row = ({ data }: Picture) => [...data].filter((_, i) => i < 64 * 3 && i % 3 === 0);
    const [first = [], , middle = [], , last = []] = frames.map(row);
    expect(middle).toEqual(row(image));
    expect(first.slice(0, 60)).toEqual(middle.slice(4));
    expect(last.slice(4)).toEqual(middle.slice(0, 60));
    const still = await applyCondition(seen, [SENSOR, clip()], NAMES);
    const noise = [...frames];
    const moving = await applyCondition(seen, [SENSOR, clip({ motion: '0.25 m/s' })], NAMES);
    expect(moving).toEqual(still);
    expect(frames[0]).not.toEqual(noise[0]);
    expect(frames[2]).toEqual(noise[2]);
  });

  it('moves as far across a picture that is made smaller after the sensor', async () => {
    // 100 px/m x 0.5 m/s / 25 fps = 2 pixels a frame of the small picture, from light without noise to speak of.
    const clean = step({ step: 'sensor', fullWell: '1000000 e', readNoise: '0 e', bits: 14 });
    await applyCondition(seen, [clean, SMALLER, clip({ motion: '0.5 m/s' })], NAMES);
    const row = ({ data }: Picture) => [...data].filter((_, i) => i < 32 * 3 && i % 3 === 0);
    const [first = [], , middle = []] = frames.map(row);
    for (let x = 4; x < 32; x++) expect(Math.abs(first[x - 4]! - middle[x]!)).toBeLessThan(4);
  });

  it('keeps what is known of the picture, and what comes behind the clip sees one picture', async () => {
    const after = await applySteps({ ...seen, face: [[1, 2]] }, [SENSOR, clip(), LESS], NAMES);
    expect(after).toMatchObject({ density: 200, face: [[1, 2]] });
    const before = await applyCondition(seen, [SENSOR], NAMES);
    const light = lightOf({ image: before }).data;
    expect(lightOf(after).data).toEqual(light.map((value) => value / 2));
  });
});

itWithFfmpeg('through a real clip noise differs by the names of the picture, and is the same each time', async () => {
  const steps = [SENSOR, step({ ...CLIP, crf: 1 })];
  const [one, again, other] = [
    await applyCondition(seen, steps, NAMES),
    await applyCondition(seen, steps, NAMES),
    await applyCondition(seen, steps, [2, 'sha']),
  ];
  expect([one.width, one.height]).toEqual([64, 32]);
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});
