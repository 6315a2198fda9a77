import { oneLine } from './format.js';

/** A name that is no longer than so many signs: of a longer one the middle is left out, since ends tell names apart. */
export function cutMiddle(name: string, most: number): string {
  const signs = [...name];
  if (signs.length <= most) return name;
  const kept = most - 1;
  const end = Math.floor(kept / 2);
  return `${signs.slice(0, kept - end).join('')}…${end > 0 ? signs.slice(-end).join('') : ''}`;
}

/** What a name may take of a terminal: three lines of it. */
const LONGEST_NAME = 240;

/** A name or title from outside, for the terminal: without what would steer it, and without the middle of a long one. */
export function shortName(name: string): string {
  return cutMiddle(oneLine(name), LONGEST_NAME);
}
