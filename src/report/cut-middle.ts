/** A name that is no longer than so many signs: of a longer one the middle is left out, since ends tell names apart. */
export function cutMiddle(name: string, most: number): string {
  const signs = [...name];
  if (signs.length <= most) return name;
  const kept = most - 1;
  const end = Math.floor(kept / 2);
  return `${signs.slice(0, kept - end).join('')}…${end > 0 ? signs.slice(-end).join('') : ''}`;
}
