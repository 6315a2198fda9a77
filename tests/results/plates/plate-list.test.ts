import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parsePlateList } from '../../../src/results/plates/plate-list.js';

const parse = (text: string) => parsePlateList(text, 'list.txt');

it('reads one plate a line, past a byte order mark, empty lines and comments, whatever the line ends', () => {
  const text = '\uFEFF# wanted\r\n\r\nBG 123-AB\r\n  NS 9-ŽŽ  # seen twice\n\nBG123AB\r# end\n';
  expect(parse(text)).toEqual([
    { text: 'BG 123-AB', count: 1 },
    { text: 'NS 9-ŽŽ', count: 1 },
    { text: 'BG123AB', count: 1 },
  ]);
});

it('reads a CSV by the names of its columns, with commas or semicolons', () => {
  expect(parse('seen,text,count\nmonday,"BG 1",3\ntuesday,NS2,0.5\n')).toEqual([
    { text: 'BG 1', count: 3 },
    { text: 'NS2', count: 0.5 },
  ]);
  expect(parse('\uFEFFtext;owner\r\nBG1;x\r\n')).toEqual([{ text: 'BG1', count: 1 }]);
});

it('gives back the plates that were written down', () => {
  const plate = fc
    .string({ unit: fc.constantFrom(...'ABČ019-'), minLength: 1, maxLength: 12 })
    .filter((text) => /[^-]/.test(text));
  fc.assert(
    fc.property(fc.array(plate, { minLength: 1 }), fc.constantFrom('\n', '\r\n'), (plates, end) => {
      expect(parse(plates.join(end)).map(({ text }) => text)).toEqual(plates);
    }),
  );
});

it.each([
  ['', /^list\.txt holds no plate; write one a line\.$/],
  ['# nothing\n', /holds no plate/],
  ['text,count\n', /holds no plate below its header/],
  ['BG1\n\n--\n', /^list\.txt, line 3: a plate needs a letter or a digit, found "--"/],
  ['# one\nBG1\nBG2,4\n', /^list\.txt, line 3: a line is one plate unless a header names the column text, found 2/],
  ['text,count\nBG1,4\nBG2\n', /^list\.txt, line 3: a line has 2 cells as the header has, found 1/],
  ['text,count\nBG1,0\n', /^list\.txt, line 2: count must be a number above 0, found "0"/],
  ['text,count\nBG1,\n', /count must be a number above 0, found ""/],
  ['text,count\nBG1,many\n', /found "many"/],
  ['text,count\n,2\n', /line 2: a plate needs a letter or a digit, found ""/],
  ['text\tnote\nABC123\tx\n', /^list\.txt, line 1: a plate is at most 12 letters and digits, .* found "text\\tnote"/],
  ['text|x\nABC123|z\n', /line 1: a plate is at most 12 letters/],
  ['THIS IS A SENTENCE\n', /line 1: a plate is at most 12 letters and digits/],
  ['BG"1\n', /^list\.txt is no list of plates \(/],
])('refuses %j', (text, message) => {
  expect(() => parse(text)).toThrow(message);
});
