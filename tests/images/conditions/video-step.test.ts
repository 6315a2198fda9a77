import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { applySteps } from '../../../src/images/conditions/apply-condition.js';
import { pictureOf } from '../../../src/images/conditions/step.js';
import { stepSchema } from '../../../src/images/conditions/step-schema.js';
import { H264 } from '../../../src/images/conditions/steps/h264.js';
import { encodeClip } from '../../../src/images/conditions/video-clip.js';
import { settingsOf } from '../../../src/images/conditions/video-step.js';
import type { Picture } from '../../../src/images/picture.js';
import { movingChart, psnr } from './support/chart.js';
import { bytesOf, itWithFfmpeg, packetsOf } from './support/ffmpeg.js';

const step = (own: object) => stepSchema.parse({ step: 'h264', resolution: '640x480', frameRate: '25 fps', ...own });

itWithFfmpeg(
  'is a step among others: the subject moves through the clip and stands in its place in the sample',
  async () => {
    const [image] = movingChart(128, 1, { noise: 0 }) as [Picture];
    const density = stepSchema.parse({ step: 'pixel-density', density: '100 px/m' });
    const seen = { image, density: 200 };
    const names = ['chart'];
    const coarse = await applySteps(seen, [density], names);
    const still = await applySteps(seen, [density, step({ crf: 20 })], names);
    const moving = await applySteps(seen, [density, step({ crf: 20, motion: '1.5 m/s' })], names);
    expect([moving.image.width, moving.image.height, moving.density]).toEqual([64, 64, 100]);
    expect(psnr(pictureOf(moving), pictureOf(coarse))).toBeGreaterThan(28);
    expect(moving.image).not.toEqual(still.image);
  },
);

itWithFfmpeg('gives the same bytes in two threads at once', async () => {
  const frames = movingChart(60, 15);
  const params = step({ bitRate: '1 Mbps' });
  // A thread loads what was built.
  const module = import.meta.resolve('#dist/images/conditions/steps/h264.js');
  const script = `const { parentPort, workerData } = require('node:worker_threads');
    const { module, frames, params } = workerData;
    import(module).then(async ({ H264 }) => parentPort.postMessage(await H264.compress(frames, params)));`;
  const inThread = () =>
    new Promise<Picture>((resolve, reject) => {
      const worker = new Worker(script, { eval: true, workerData: { module, frames, params } });
      worker.once('message', resolve).once('error', reject);
    });
  const [one, two, here] = await Promise.all([inThread(), inThread(), H264.compress(frames, params as never)]);
  expect(one.data).toEqual(here.data);
  expect(two.data).toEqual(here.data);
});

itWithFfmpeg('noise that is new in every frame takes more bytes than noise that stays', async () => {
  const bytes = async (sameNoise: boolean) => {
    const frames = movingChart(64, 15, { speed: 0, sameNoise });
    const settings = { encoder: 'libx264', frameRate: 25, rate: { crf: 20 }, preset: 'medium' } as const;
    return bytesOf((await packetsOf(await encodeClip(frames, settings))).slice(1));
  };
  const [stays, anew] = await Promise.all([bytes(true), bytes(false)]);
  expect(anew).toBeGreaterThan(3 * stays);
});

it('gives the rate to the share of the frame that moves', () => {
  const picture = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 3) };
  const bits = (own: object) => settingsOf('h264', 'libx264', picture, step(own) as never).rate;
  expect(bits({ bitRate: '1 Mbps' })).toEqual({ bits: 10_000 });
  expect(bits({ bitRate: '1 Mbps', moving: '20 %' })).toEqual({ bits: 50_000 });
  expect(bits({ bitRate: '1 Mbps', moving: '1 %' })).toEqual({ bits: 1_000_000 });
});
