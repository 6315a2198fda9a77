import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutMiddle } from '../../src/report/cut-middle.js';
import { columns, WIDTH, wrap } from '../../src/report/wrap.js';
import { tooLong } from './too-long.js';

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.stringMatching(/^[a-z0-9/-]{60,200}$/),
  fc.integer({ min: 1, max: 10_000 }).map((length) => 'x'.repeat(length)),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const indent = fc.integer({ min: 0, max: 20 }).map((length) => ' '.repeat(length));

it('no line is longer than 80 unless it is a single word, and none is longer than two lines', () => {
  fc.assert(
    fc.property(text, indent, (one, before) => {
      const lines = wrap(one, before);
      expect(lines.filter(tooLong)).toEqual([]);
      expect(lines.filter((line) => line.length > 2 * WIDTH)).toEqual([]);
    }),
  );
});

it('nothing is lost but what no line could hold', () => {
  const short = fc.array(fc.stringMatching(/^[!-~]{1,150}$/), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(short, indent, (words, before) => {
      expect(wrap(words.join(' '), before).join(' ').trim().split(/\s+/)).toEqual(words);
    }),
  );
});

it('a word that fits without its indent stands without it', () => {
  expect(wrap(`see ${'u'.repeat(78)} there`, '    ')).toEqual(['    see', 'u'.repeat(78), '      there']);
});

it('columns stand side by side where they fit, else the text below its label', () => {
  expect(
    columns([
      ['missed (FNMR)', '1%'],
      ['EER', 'y'.repeat(60)],
      ['l'.repeat(50), '2%'],
    ]),
  ).toEqual(['  missed (FNMR)  1%', `  EER            ${'y'.repeat(60)}`, `  ${'l'.repeat(50)}  2%`]);
  expect(columns([['EER', `${'y'.repeat(40)} ${'z'.repeat(40)}`]])).toEqual([
    '  EER',
    `      ${'y'.repeat(40)}`,
    `        ${'z'.repeat(40)}`,
  ]);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (figures) => {
      expect(columns(figures, '    ').filter(tooLong)).toEqual([]);
    }),
  );
});

it('a long name loses its middle and keeps its ends, by which names differ', () => {
  expect(cutMiddle('abcdefghij', 10)).toBe('abcdefghij');
  expect(cutMiddle('abcdefghijk', 10)).toBe('abcde…hijk');
  expect(cutMiddle('abc', 1)).toBe('…');
  // A sign of two units is not cut in half.
  expect(cutMiddle('😀😁😂😃😄', 3)).toBe('😀…😄');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 100 }), (name, most) => {
      expect([...cutMiddle(name, most)].length).toBeLessThanOrEqual(most);
    }),
  );
});
