import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureId } from '../../../src/report/figures/figure-id.js';

describe('figureId', () => {
  it('keeps what names of files may have', () => {
    expect(figureId('groups', 'all-pairs', 'gender_x_age', 'FMR')).toBe('groups-all-pairs--gender_x_age--FMR');
  });

  it('changes and cuts what they may not, and never makes one of two', () => {
    expect(figureId('a', 'x y')).toMatch(/^a-x-y\.[0-9a-f]{8}$/);
    expect(figureId('a', 'x y')).not.toBe(figureId('a', 'x-y'));
    expect(figureId('a', 'b', 'c')).not.toBe(figureId('a', 'b--c'));
    expect(figureId('a', '')).toMatch(/^a-\.[0-9a-f]{8}$/);
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 90 }),
        fc.string({ unit: 'binary', maxLength: 90 }),
        (p, q) => {
          expect(figureId('k', p)).toMatch(/^[a-zA-Z0-9._-]{1,75}$/);
          expect(figureId('k', p) === figureId('k', q)).toBe(p === q);
        },
      ),
    );
  });
});
