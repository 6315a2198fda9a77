import { describe, expect, it } from 'vitest';
import { parseQuantity, quantity, quantityText } from '../../../src/images/conditions/quantity.js';

describe('a quantity', () => {
  it.each([
    ['length', '15 m', 15],
    ['length', '63mm', 0.063],
    ['speed', '36 km/h', 10],
    ['time', '1/50 s', 0.02],
    ['bitRate', '2 Mbps', 2e6],
    ['share', '30 %', 0.3],
    ['share', 0.25, 0.25],
    ['stops', '-2 stops', -2],
  ] as const)('reads %s "%s"', (kind, text, value) => {
    expect(parseQuantity(kind, text)).toBeCloseTo(value, 12);
  });

  it.each([
    ['length', 15, '"15" has no unit, and m, cm, mm are known here; write 15 m'],
    ['length', '15 ft', '"15 ft" has the unit "ft", and m, cm, mm are known here; write 15 m'],
    ['density', 'many', '"many" is not a number with a unit; write 125 px/m'],
    ['time', '1/0 s', '"1/0 s" is not a finite number; write 1/50 s'],
    ['share', '3 px', '"3 px" has the unit "px", and % is known here; write 30 % or 0.3'],
    ['angle', '5 constructor', '"5 constructor" has the unit "constructor", and deg is known here; write 30 deg'],
  ] as const)('refuses %s %s', (kind, text, message) => {
    expect(parseQuantity(kind, text)).toBe(message);
  });

  it('keeps to its range', () => {
    const schema = quantity('density', { above: 0, max: 1000 });
    expect(schema.parse('125 px/m')).toBe(125);
    expect(schema.safeParse('0 px/m').error?.issues[0]?.message).toBe('must be above 0 px/m');
    expect(schema.safeParse('-3 px/m').error?.issues[0]?.message).toBe('must be above 0 px/m');
    expect(schema.safeParse('2000 px/m').error?.issues[0]?.message).toBe('must be at most 1000 px/m');
    expect(schema.safeParse(null).error?.issues[0]?.message).toBe('write 125 px/m');
  });

  it('is told to four digits', () => {
    expect(quantityText('density', 221.7025)).toBe('221.7 px/m');
    expect(quantityText('share', 0.125)).toBe('12.5%');
    expect(quantityText('bitRate', 2e6)).toBe('2000 kbit/s');
  });
});
