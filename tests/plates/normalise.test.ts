import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normaliseText, TEXT_RULES, type TextRule } from '../../src/plates/normalise.js';

const under = (rule: TextRule) => (text: string) => normaliseText(text, rule).join('');

it('strict leaves out separators, case and width, and nothing else', () => {
  const strict = under('strict');
  expect(strict(' bg-123·ab ')).toBe('BG123AB');
  expect(strict('B:O0.I_1/–\u200b2\n')).toBe('BO0I12');
  expect(strict('ＡＢ１２')).toBe('AB12');
  expect(strict('BG ČĆŠŽĐ 1')).toBe('BGČĆŠŽĐ1');
  expect(strict('АВЕ')).toBe('АВЕ');
  expect(strict('АВЕ')).not.toBe('ABE');
  expect(strict('🚗')).toBe('');
});

it('strict takes composed and decomposed letters, and small and capital ß, for the same', () => {
  const strict = under('strict');
  expect(strict('O\u0308')).toBe('Ö');
  expect(normaliseText('o\u0308', 'strict')).toEqual(['Ö']);
  expect([strict('ß'), strict('ẞ'), strict('ss')]).toEqual(['SS', 'SS', 'SS']);
});

it('O=0, I=1 folds those two and no other', () => {
  expect(under('O=0, I=1')('oO0 iI1 Q L B8 S5 Z2')).toBe('000111QLB8S5Z2');
  expect(under('O=0, I=1')('Ö')).toBe('Ö');
  expect(under('O=0, I=1')('О')).toBe('О');
});

it('latin takes letters for those that they look like', () => {
  const latin = under('latin');
  expect(latin('ČĆŠŽĐ čćšžđ')).toBe('CCSZDCCSZD');
  expect(latin('ÄÖÜ Å Ø Ł Ħ Ð')).toBe('AOUAOLHD');
  expect(latin('АВЕКМНОРСТУХ')).toBe('ABEKMHOPCTYX');
  expect(latin('ЅІЈ ё Ї')).toBe('SIJEI');
  expect(latin('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ')).toBe('ABEZHIKMNOPTYX');
  expect(latin('ЖШЂ Γ 京')).toBe('ЖШЂΓ京');
  expect(latin('O0I1')).toBe('O0I1');
});

it('latin, O=0, I=1 does both', () => {
  expect(under('latin, O=0, I=1')('ÖО0 І1Ï')).toBe('000111');
});

it('is the same when done twice, and each rule forgives what the stricter one does', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 12 });
  fc.assert(
    fc.property(text, fc.constantFrom(...TEXT_RULES), (plate, rule) => {
      expect(under(rule)(under(rule)(plate))).toBe(under(rule)(plate));
      expect(under(rule)(under('strict')(plate))).toBe(under(rule)(plate));
      expect(normaliseText(plate, rule)).toHaveLength(normaliseText(plate, 'strict').length);
    }),
  );
});
