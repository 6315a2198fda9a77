import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  durationText,
  paceOf,
  progressBar,
  progressLine,
  rateText,
  type Stage,
  stageOf,
} from '../../src/cli/progress-text.js';

const PICTURES: Stage = { what: 'pictures', done: 400, total: 13_233, unit: 'pieces' };

describe('what is being done', () => {
  it.each([
    [
      { kind: 'extracting', done: 4, total: 9 },
      { what: 'pictures', done: 4, total: 9, unit: 'pieces' },
    ],
    [
      { kind: 'comparing', system: 'sface', done: 1, total: 2 },
      { what: 'comparisons, sface', done: 1, total: 2, unit: 'pieces' },
    ],
    [
      { kind: 'timing', system: 'sface', done: 1, total: 2 },
      { what: 'pictures, sface', done: 1, total: 2, unit: 'pieces' },
    ],
    [
      { kind: 'figures', done: 0, total: 3 },
      { what: 'figures and intervals', done: 0, total: 3, unit: 'pieces' },
    ],
    [
      { kind: 'progress', file: 'lfw.tgz', received: 5 },
      { what: 'lfw.tgz', done: 5, total: undefined, unit: 'bytes' },
    ],
    [
      { kind: 'progress', file: 'synthetic-plates', received: 5, total: 6, unit: 'pictures' },
      { what: 'synthetic-plates', done: 5, total: 6, unit: 'pieces' },
    ],
  ] as const)('%j', (event, stage) => {
    expect(stageOf(event)).toEqual(stage);
  });

  it('warnings are no stage', () => {
    expect(stageOf({ kind: 'warning', message: 'x' })).toBeUndefined();
  });
});

describe('pace', () => {
  it('is that since the stage was first seen, without what was in the cache by then', () => {
    // 300 pictures in 6 s are 50 a second, and 12,833 are left.
    expect(paceOf(PICTURES, { at: 1_000, done: 100 }, 7_000)).toEqual({ rate: 50, left: 12_833 / 50 });
  });

  it('is not made up before there is a result, nor the end of what has no known one', () => {
    expect(paceOf(PICTURES, { at: 1_000, done: 400 }, 7_000)).toEqual({});
    expect(paceOf(PICTURES, { at: 1_000, done: 0 }, 1_000)).toEqual({});
    expect(paceOf({ ...PICTURES, total: undefined }, { at: 0, done: 0 }, 1_000)).toEqual({ rate: 400 });
  });
});

it('a line tells done of total, percentage, rate and remaining time', () => {
  expect(progressLine(PICTURES, { rate: 56.234, left: 227.3 })).toBe(
    'pictures: 400 of 13,233 (3%), 56.2 a second, 3 min 48 s left',
  );
  expect(progressLine(PICTURES, {})).toBe('pictures: 400 of 13,233 (3%)');
  expect(progressLine({ what: 'a.tgz', done: 12e6, unit: 'bytes' }, { rate: 2e6 })).toBe(
    'a.tgz: 12.0 MB, 2.0 MB a second',
  );
  expect(progressLine({ ...PICTURES, done: 13_232 }, {})).toContain('(99%)');
});

it('a bar tells the same within 80 columns, and less of itself where there is less room', () => {
  const pace = { rate: 56.234, left: 227.3 };
  expect(progressBar({ ...PICTURES, done: 6_617 }, pace)).toBe(
    `pictures ${'█'.repeat(12)}${'░'.repeat(12)}  50%  6,617/13,233  56.2/s  3 min 48 s left`,
  );
  expect(progressBar(PICTURES, pace, 0)).toBe(progressBar(PICTURES, pace, 80));
  const narrow = progressBar({ ...PICTURES, done: 6_617 }, pace, 50);
  expect(narrow).toHaveLength(50);
  expect(narrow).toContain('6,617/13,233');
  const pairs: Stage = { what: 'comparisons, mobilefacenet-y1', done: 5e7, total: 87_549_528, unit: 'pieces' };
  expect(progressBar(pairs, { rate: 195e6, left: 0.2 })).toContain('57%  50,000,000/87,549,528  195 M/s  1 s left');
});

it('neither is ever wider than it may be, nor holds a control character, whatever the names and numbers', () => {
  const stage = fc.record({
    what: fc.string({ unit: 'binary', maxLength: 200 }),
    done: fc.nat(1e9),
    total: fc.option(fc.nat(1e12), { nil: undefined }),
    unit: fc.constantFrom('pieces' as const, 'bytes' as const),
  });
  const pace = fc.record({
    rate: fc.double({ min: 1e-9, max: 1e12, noNaN: true }),
    left: fc.double({ min: 0, max: 1e15, noNaN: true }),
  });
  fc.assert(
    fc.property(stage, pace, fc.integer({ min: 10, max: 200 }), (one, at, columns) => {
      const bar = progressBar(one, at, columns);
      const line = progressLine(one, at);
      expect([...bar].length).toBeLessThanOrEqual(Math.min(columns, 80));
      expect([...line].length).toBeLessThanOrEqual(80);
      expect(`${bar}${line}`).not.toMatch(/\p{Cc}/u);
    }),
  );
});

it.each([
  [0.4236, '0.424'],
  [56.234, '56.2'],
  [1_234, '1,230'],
  [999_600, '1 M'],
  [195_300_000, '195 M'],
  [2.5e9, '2.50 G'],
])('rate %s is "%s"', (rate, text) => {
  expect(rateText(rate)).toBe(text);
});

it.each([
  [0, '0 s'],
  [7.2, '8 s'],
  [59.5, '1 min 00 s'],
  [227.3, '3 min 48 s'],
  [7_500, '2 h 05 min'],
  [86_400 * 4 + 3_600 * 3, '4 d 3 h'],
  [1e12, 'years'],
])('%s seconds are "%s"', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
