import { describe, expect, it } from 'vitest';
import { readCount, readCounts, readRate, readShare, readShares } from '../../src/cli/read-numbers.js';
import { FalsematchError } from '../../src/files/errors.js';

describe('readCount', () => {
  it('takes digits', () => {
    expect(readCount('0', 'The errors')).toBe(0);
    expect(readCount('3147436', 'The errors')).toBe(3_147_436);
  });

  it.each(['-1', '1.5', '1e3', '3,000', '', ' ', 'ten', 'NaN', '0x10', '9007199254740993'])('refuses "%s"', (typed) => {
    expect(() => readCount(typed, 'The errors')).toThrow(FalsematchError);
    expect(() => readCount(typed, 'The errors')).toThrow(
      `The errors must be a whole number in digits alone, such as 3000; found "${typed}".`,
    );
  });
});

describe('readShare', () => {
  it('takes what lies between 0 and 1, and nothing', () => {
    expect(readShare('1e-4', '--resolve')).toBe(1e-4);
    expect(readShare('0.95', '--level')).toBe(0.95);
    expect(readShare(undefined, '--level')).toBeUndefined();
  });

  it.each(['0', '1', '95', '-0.1', '', 'high', '95%', 'NaN', 'Infinity'])('refuses "%s"', (typed) => {
    expect(() => readShare(typed, '--level')).toThrow(
      `--level must be a number between 0 and 1, such as 0.95 or 1e-4; found "${typed}".`,
    );
  });
});

describe('readCounts', () => {
  it('takes errors/trials, and nothing', () => {
    expect(readCounts('12/3000', '--against')).toEqual({ errors: 12, trials: 3000 });
    expect(readCounts(undefined, '--against')).toBeUndefined();
  });

  it.each([
    ['12', '--against takes errors/trials, such as 12/3000; found "12".'],
    ['1/2/3', '--against takes errors/trials'],
    ['1/', '--against: the trials must be a whole number'],
    ['-1/3', '--against: the errors must be a whole number'],
  ])('refuses "%s"', (typed, message) => {
    expect(() => readCounts(typed, '--against')).toThrow(message);
  });
});

describe('readShares and readRate', () => {
  it('take numbers with commas between them, and rates with their two ends', () => {
    expect(readShares('1e-2, 0.5', '--at')).toEqual([0.01, 0.5]);
    expect(readShares(undefined, '--at')).toBeUndefined();
    expect(['0', '1', '0.02'].map((text) => readRate(text, '--fta'))).toEqual([0, 1, 0.02]);
    expect(readRate(undefined, '--fta')).toBeUndefined();
  });

  it.each(['', '1e-2,', '0', '1', '1e-2;1e-3', 'low'])('readShares refuses "%s"', (text) => {
    expect(() => readShares(text, '--at')).toThrow('--at must be a number between 0 and 1');
  });

  it.each(['', ' ', '-0.1', '1.1', 'NaN', '2%'])('readRate refuses "%s"', (text) => {
    expect(() => readRate(text, '--fta')).toThrow(`--fta must be a rate from 0 to 1, such as 0.02; found "${text}".`);
  });
});
