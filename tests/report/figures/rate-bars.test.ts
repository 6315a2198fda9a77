import { describe, expect, it } from 'vitest';
import { isResolved, markerFill, rateBars } from '../../../src/report/figures/rate-bars.js';

describe('isResolved', () => {
  it('is what the rows say', () => {
    expect(isResolved({ resolvable: 'yes' })).toBe(true);
    expect(isResolved({ resolvable: 'no: why' })).toBe(false);
  });
});

const rows = ['yes', 'no: why', 'yes'].map((resolvable, k) => ({ k, row: { resolvable } }));

it('rateBars draws resolved ones whole and the others in dashes', () => {
  const drawn: unknown[] = [];
  rateBars(rows, (of, dash) => {
    drawn.push([of.map(({ k }) => k), dash]);
    return null;
  });
  expect(drawn).toEqual([
    [[0, 2], 'none'],
    [[1], '3 2'],
  ]);
});

it('markerFill leaves a marker of an unresolved rate open', () => {
  expect(rows.map(markerFill('red'))).toEqual(['red', 'var(--page, #ffffff)', 'red']);
});
