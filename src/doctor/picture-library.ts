import type { Sharp } from 'sharp';
import { messageOf } from '../files/errors.js';
import type { Check } from './check.js';

type Format = 'jpeg' | 'png' | 'webp';
/** What datasets are made of. */
const FORMATS: readonly Format[] = ['jpeg', 'png', 'webp'];
const MEND = 'install falsematch anew on this machine, with optional packages ("npm ci --include=optional")';

export const pictureLibrary: Check = {
  name: 'sharp',
  async look() {
    try {
      const { default: sharp } = await import('sharp');
      const grey = { create: { width: 8, height: 8, channels: 3 as const, background: '#808080' } };
      const fails = await failing((bytes) => (bytes ? sharp(bytes) : sharp(grey)));
      const version = sharp.versions.sharp ?? 'of an unknown version';
      const facts = { version, formats: FORMATS.filter((format) => !fails.includes(format)) };
      return fails.length === 0
        ? { state: 'ok', text: `${version} writes and reads ${FORMATS.join(', ')}`, facts }
        : { state: 'failure', text: `${version} cannot write and read ${fails.join(', ')}`, mend: MEND, facts };
    } catch (thrown) {
      return {
        state: 'failure',
        text: `sharp, which reads pictures, does not load: ${messageOf(thrown).split('\n')[0]}`,
        mend: MEND,
      };
    }
  },
};

async function failing(open: (bytes?: Buffer) => Sharp): Promise<Format[]> {
  const fails: Format[] = [];
  for (const format of FORMATS) {
    try {
      const { info } = await open(await open().toFormat(format).toBuffer())
        .raw()
        .toBuffer({ resolveWithObject: true });
      if (info.width !== 8 || info.height !== 8) fails.push(format);
    } catch {
      fails.push(format);
    }
  }
  return fails;
}
