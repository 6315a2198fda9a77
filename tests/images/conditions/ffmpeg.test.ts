import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tempFolder } from '../../catalog/support/temp.js';
import { itWithFfmpeg } from './support/ffmpeg.js';

const temp = tempFolder();
// What was found is kept for the process, so each test has a module of its own, and leaves none to others.
beforeEach(() => vi.resetModules());
afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});
const ffmpeg = () => import('../../../src/images/conditions/ffmpeg.js');

const ENCODERS = ' V..... = Video\n ------\n V....D libx264    H.264 (codec h264)\n A....D aac   AAC';

function fake(banner: string): void {
  const script = `#!/bin/sh\necho x >> "${temp}/calls"\necho "${banner}" >&2\necho "${ENCODERS}"\n`;
  writeFileSync(join(temp, 'ffmpeg'), script, { mode: 0o755 });
  writeFileSync(join(temp, 'calls'), '');
  vi.stubEnv('PATH', `${temp}:/usr/bin:/bin`);
}

describe.skipIf(process.platform === 'win32')('ffmpeg', () => {
  it('is looked at once for its version and its encoders', async () => {
    fake('ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers\n  built with gcc 12');
    const { ffmpegVersion, requireFfmpeg } = await ffmpeg();
    expect(await Promise.all([ffmpegVersion(), ffmpegVersion()])).toEqual(['5.1.9-0+deb12u1', '5.1.9-0+deb12u1']);
    await requireFfmpeg('libx264');
    await expect(requireFfmpeg('libx265')).rejects.toMatchObject({
      kind: 'unavailable',
      message:
        'The ffmpeg 5.1.9-0+deb12u1 that is used here was built without libx265; use one that has it, which "ffmpeg -encoders" lists.',
    });
    expect(readFileSync(join(temp, 'calls'), 'utf8')).toBe('x\n');
  });

  it('is refused where it is missing, and found when it is installed later', async () => {
    vi.stubEnv('PATH', join(temp, 'nothing'));
    const { ffmpegVersion, requireFfmpeg } = await ffmpeg();
    await expect(ffmpegVersion()).rejects.toMatchObject({ kind: 'unavailable' });
    await expect(requireFfmpeg('libx264')).rejects.toThrow('it is not on the PATH; install it with "');
    fake('ffmpeg version n7.1 Copyright');
    expect(await ffmpegVersion()).toBe('n7.1');
  });

  it('is refused where it does not say its version', async () => {
    fake('something else');
    const { ffmpegVersion } = await ffmpeg();
    await expect(ffmpegVersion()).rejects.toThrow('The program ffmpeg does not say its version; install it');
  });
});

itWithFfmpeg('the real one has a version and both encoders', async () => {
  const { ffmpegVersion, requireFfmpeg } = await ffmpeg();
  expect(await ffmpegVersion()).toMatch(/^\w[\w.+~:-]*$/);
  await requireFfmpeg('libx264');
  await requireFfmpeg('libx265');
});
