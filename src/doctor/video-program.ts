import { FalsematchError } from '../files/errors.js';
import { ffmpegVersion, requireFfmpeg, type VideoEncoder } from '../images/conditions/ffmpeg.js';
import { ffmpegInstall } from '../images/conditions/run-ffmpeg.js';
import type { Check } from './check.js';

const ENCODERS: readonly VideoEncoder[] = ['libx264', 'libx265'];
const FOR = 'only for conditions with video, such as city-1080p-h264-2mbps';

export const videoProgram: Check = {
  name: 'ffmpeg',
  async look() {
    try {
      const version = await ffmpegVersion();
      const without = await lacking();
      const facts = { version, encoders: ENCODERS.filter((encoder) => !without.includes(encoder)) };
      return without.length === 0
        ? { state: 'ok', text: `${version} with ${ENCODERS.join(' and ')}; needed ${FOR}`, facts }
        : {
            state: 'warning',
            text: `${version} without ${without.join(' and ')}; needed ${FOR}`,
            mend: 'use a build of ffmpeg that has them; FALSEMATCH_FFMPEG names it if it is not on the PATH',
            facts,
          };
    } catch (thrown) {
      if (!(thrown instanceof FalsematchError)) throw thrown;
      return {
        state: 'warning',
        text: `not to be used: ${thrown.message} Needed ${FOR}`,
        mend: process.env.FALSEMATCH_FFMPEG ? 'correct FALSEMATCH_FFMPEG, or unset it' : ffmpegInstall(),
      };
    }
  },
};

async function lacking(): Promise<VideoEncoder[]> {
  const without: VideoEncoder[] = [];
  for (const encoder of ENCODERS) await requireFfmpeg(encoder).catch(() => without.push(encoder));
  return without;
}
