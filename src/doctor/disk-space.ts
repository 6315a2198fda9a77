import { statfs } from 'node:fs/promises';
import type { Check, Finding } from './check.js';
import { nearestThere } from './nearest-folder.js';

/** Less than this and not even a picture's template can be kept. */
const LEAST = 50e6;
/** LFW packed and unpacked, its models and templates. */
const WANTED = 2e9;

/** What so many free bytes are good for, where `home` is. */
export function judgeSpace(free: number, home: string): Finding {
  const text = `${free < 10e9 ? `${(free / 1e6).toFixed(0)} MB` : `${(free / 1e9).toFixed(0)} GB`} free for ${home}`;
  const facts = { free };
  if (free >= WANTED) return { state: 'ok', text, facts };
  const mend = 'free some, "falsematch cache purge" helps, or name a folder on another disk with --home';
  return { state: free < LEAST ? 'failure' : 'warning', text, mend, facts };
}

export const diskSpace: Check = {
  name: 'disk',
  async look({ home }) {
    const { bavail, bsize } = await statfs(await nearestThere(home));
    return judgeSpace(bavail * bsize, home);
  },
};
