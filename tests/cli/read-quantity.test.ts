import { describe, expect, it } from 'vitest';
import { readQuantity, readSize } from '../../src/cli/read-quantity.js';

const length = (text: string) => readQuantity('length', text, { what: '--distance', unit: 'm' });

describe('readQuantity', () => {
  it.each([
    ['15', 15],
    ['15m', 15],
    ['15 m', 15],
    ['1500 cm', 15],
    [' .5 ', 0.5],
    ['1.5e1', 15],
    ['-3', -3],
  ])('reads "%s"', (text, metres) => {
    expect(length(text)).toBe(metres);
  });

  it.each([
    ['15 miles', '--distance: "15 miles" has the unit "miles", and m, cm, mm are known here; write 15 m.'],
    ['near', '--distance: "near" is not a number with a unit; write 15 m.'],
    ['', '--distance: "" is not a number'],
    ['15,5', '--distance: "15,5" has the unit ",5"'],
    ['1e400', 'is not a number'],
  ])('refuses "%s"', (text, message) => {
    expect(() => length(text)).toThrow(message);
  });
});

describe('readSize', () => {
  it('reads pixels across and down', () => {
    expect(readSize('3840x2160', '--sensor')).toEqual([3840, 2160]);
    expect(readSize('3840 X 2160', '--sensor')).toEqual([3840, 2160]);
  });

  it.each(['4k', '3840', '3840x', '-3840x2160', '3840x2160x3', '38.4x21'])('refuses "%s"', (text) => {
    expect(() => readSize(text, '--sensor')).toThrow(
      `--sensor takes pixels across and down, such as 3840x2160; found "${text}".`,
    );
  });
});
