import { expect, it } from 'vitest';
import { readExact, readUncertain } from '../../src/cli/read-uncertain.js';
import { FalsematchError } from '../../src/files/errors.js';

it.each([
  ['0.003', 0.003],
  ['3e-3', 0.003],
  ['0.3%', 0.003],
  ['3/1000', 0.003],
  [' 1 / 6000 ', 1 / 6000],
  ['5000', 5000],
  ['.5', 0.5],
  ['-1', -1],
  ['1/2%', 0.005],
])('reads "%s"', (text, number) => {
  expect(readUncertain(text, '--fpir')).toBeCloseTo(number, 15);
  expect(readExact(text, '--fpir')).toBeCloseTo(number, 15);
});

it('reads a range behind a colon, each part in any way', () => {
  expect(readUncertain('1/6000:1/9000..1/4000', '--fpir')).toEqual({ value: 1 / 6000, low: 1 / 9000, high: 1 / 4000 });
  expect(readUncertain('89%: 0.8 .. 95%', '--tpir')).toEqual({ value: 0.89, low: 0.8, high: 0.95 });
});

it.each([
  '',
  'many',
  '1/',
  '/6000',
  '1/2/3',
  '5,000',
  '0x10',
  '1e-4..3e-4',
  '1:2',
  '1:2..',
  '1:..2',
  '1:2..3..4',
  ':1..2',
])('refuses "%s" in one sentence that shows how it is done', (text) => {
  expect(() => readUncertain(text, '--fpir')).toThrow(FalsematchError);
  expect(() => readUncertain(text, '--fpir')).toThrow(
    `--fpir takes a number such as 0.003, 0.3% or 1/6000, or one with its range, 1/6000:1/9000..1/4000; found "${text}".`,
  );
});

it('refuses to divide by zero, and ranges where an exact number is meant', () => {
  expect(() => readUncertain('1/0', '--fpir')).toThrow(
    '--fpir divides by zero, found "1/0"; write 0 if none is meant.',
  );
  expect(() => readExact('0.5:0.4..0.6', '--ppv')).toThrow('--ppv takes a number such as');
});
