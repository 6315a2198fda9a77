import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawText, hasDiacritic } from '../../../../src/plates/synthetic/draw-text.js';
import { countTexts, isPlateText, matchText, positionsOf } from '../../../../src/plates/synthetic/formats/format.js';
import { PLATE_FORMATS, plateFormat } from '../../../../src/plates/synthetic/formats/formats.js';
import { cyrillicArea, SERBIAN_AREAS } from '../../../../src/plates/synthetic/formats/serbia.js';
import { namedRandom } from '../../../../src/statistics/named-random.js';

const has = (format: string, text: string) => isPlateText(plateFormat(format), text);

describe('what is a text', () => {
  it.each([
    ['serbia', ['BG123AB', 'BG1234AB', 'BG12345AB', 'ŠA123ČĆ', 'NS0001ŽĐ', 'KG123WX', 'ĆU999AA']],
    ['eu', ['MAB1234', 'BA1234', 'HHAB123', 'WOBXY123', 'WA12345', 'KR1234A', 'AB123CD', '1234BCD', '4P54531']],
    ['us', ['ABC1234', '1ABC234', 'ABC123', '123ABC', 'A123456']],
    ['mercosul', ['BRA2E19', 'QOI0Z99']],
  ])('%s has %j', (format, texts) => {
    expect(texts.filter((text) => !has(format, text))).toEqual([]);
  });

  it.each([
    ['serbia', ['BG12AB', 'BG123456AB', 'XX123AB', 'BG123A', 'BG123QA', 'BG 123-AB', 'bg123AB', 'BGŠ23AB', '']],
    ['eu', ['MAB0234', 'AI123CD', '1234AEI', 'GP54531', 'WA123456', 'ÄÖ12345']],
    ['us', ['IBC1234', 'AB1234', 'ABCD123', '1234567']],
    ['mercosul', ['BRA2019', 'BR2E190', 'BRA2E1']],
  ])('%s has none of %j', (format, texts) => {
    expect(texts.filter((text) => has(format, text))).toEqual([]);
  });

  it.each(PLATE_FORMATS.map((format) => [format.name, format] as const))('%s draws only its own texts', (_, format) => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, diacritics) => {
        const text = drawText(format, namedRandom(seed), diacritics);
        const { pattern, parts } = matchText(format, text)!;
        expect(parts.join('')).toBe(text);
        expect([...text].every((character, k) => positionsOf(pattern)[k]!.includes(character))).toBe(true);
        expect([...text]).toHaveLength(positionsOf(pattern).length);
      }),
    );
  });

  it('has no text of two countries in one format', () => {
    for (const format of PLATE_FORMATS) {
      for (let seed = 0; seed < 400; seed++) {
        const text = drawText(format, namedRandom(seed));
        const countries = format.patterns
          .filter((pattern) => matchText({ patterns: [pattern] }, text))
          .map(({ country }) => country);
        expect(new Set(countries).size, text).toBe(1);
      }
    }
  });

  it('has parts whose choices are different and equally long', () => {
    for (const choices of PLATE_FORMATS.flatMap(({ patterns }) => patterns.flatMap(({ parts }) => parts))) {
      expect(new Set(choices).size).toBe(choices.length);
      expect(new Set(choices.map((choice) => [...choice].length)).size).toBe(1);
    }
  });
});

it('gives alphabets by position and counts texts', () => {
  const mercosul = plateFormat('mercosul').patterns[0]!;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  expect(positionsOf(mercosul)).toEqual([letters, letters, letters, '0123456789', letters, '0123456789', '0123456789']);
  expect(countTexts(mercosul)).toBe(26 ** 4 * 1000);
  const serbia = plateFormat('serbia').patterns[0]!;
  expect(countTexts(serbia)).toBe(SERBIAN_AREAS.length * 1000 * 30 ** 2);
  expect(positionsOf(serbia)[5]).toContain('Š');
});

it('writes the area in Cyrillic', () => {
  expect(['BG', 'NS', 'ČA', 'ĆU', 'ŠI', 'VŠ', 'KŽ'].map(cyrillicArea)).toEqual([
    'БГ',
    'НС',
    'ЧА',
    'ЋУ',
    'ШИ',
    'ВШ',
    'КЖ',
  ]);
});

it('draws letters with diacritics as often as it is told', () => {
  const share = (diacritics: number) =>
    Array.from({ length: 400 }, (_, seed) => drawText(plateFormat('serbia'), namedRandom(seed), diacritics)).filter(
      hasDiacritic,
    ).length / 400;
  expect(share(0)).toBe(0);
  expect(share(1)).toBe(1);
  expect(Math.abs(share(0.25) - 0.25)).toBeLessThan(0.1);
});

it('tells the nearest format for one that nobody has drawn', () => {
  expect(() => plateFormat('serbien')).toThrow('serbia');
});
