import type { Bounds } from '../statistics/level.js';
import type { ClaimTest } from './test-schema.js';

/** What a claim demands of a value. */
export type Demand = Pick<ClaimTest, 'is' | 'value' | 'within'>;

/** Whether all of an interval satisfies a demand. */
export function allSatisfies({ low, high }: Bounds, { is, value, within = 0 }: Demand): boolean {
  switch (is) {
    case 'at most':
      return high <= value;
    case 'below':
      return high < value;
    case 'at least':
      return low >= value;
    case 'above':
      return low > value;
    case 'equal to':
      return low >= value - within && high <= value + within;
  }
}

/** Whether all of an interval violates a demand. */
export function allViolates({ low, high }: Bounds, { is, value, within = 0 }: Demand): boolean {
  switch (is) {
    case 'at most':
      return low > value;
    case 'below':
      return low >= value;
    case 'at least':
      return high < value;
    case 'above':
      return high <= value;
    case 'equal to':
      return high < value - within || low > value + within;
  }
}

/** The ends of an interval that satisfying and violating a demand rest on; both of both where equality is claimed. */
export function restsOn({ is }: Demand): { readonly satisfying: 'low' | 'high' | 'both' } {
  if (is === 'equal to') return { satisfying: 'both' };
  return { satisfying: is === 'at most' || is === 'below' ? 'high' : 'low' };
}
