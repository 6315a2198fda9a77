import { afterEach, expect, it, vi } from 'vitest';
import { toolsOf } from '../../../src/benchmark/conditions/tools-of.js';
import { ffmpegVersion } from '../../../src/images/conditions/ffmpeg.js';
import { itWithFfmpeg } from '../../images/conditions/support/ffmpeg.js';
import { expanded, JPEG, through } from './suites.js';

const VIDEO = {
  name: 'video',
  steps: [{ step: 'h264', resolution: '640x480', frameRate: '25 fps', bitRate: '1 Mbps' }],
};
afterEach(() => vi.unstubAllEnvs());

it('asks for no program where no step needs one', async () => {
  vi.stubEnv('FALSEMATCH_FFMPEG', '/nowhere/ffmpeg');
  const [published, small] = await expanded(through(JPEG));
  if (!published || !small) throw new Error('there are two tasks');
  expect([await toolsOf(published), await toolsOf(small)]).toEqual([{}, {}]);
});

itWithFfmpeg('names ffmpeg with its version', async () => {
  const [, video] = await expanded(through(VIDEO));
  expect(video && (await toolsOf(video))).toEqual({ ffmpeg: await ffmpegVersion() });
});
