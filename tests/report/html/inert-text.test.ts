import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../../src/report/escape-markup.js';
import { inertText } from '../../../src/report/html/inert-text.js';

describe('inertText', () => {
  it('cuts a word that is none in the middle, and says how long it was', () => {
    expect(inertText(`a ${'x'.repeat(10_000)} b`)).toBe(
      `a ${'x'.repeat(60)}… (10,000 characters) …${'x'.repeat(60)} b`,
    );
  });

  it('keeps words of up to 300 signs, whatever they take in UTF-16', () => {
    for (const word of ['x'.repeat(300), '😀'.repeat(300), 'x'.repeat(299)]) expect(inertText(word)).toBe(word);
    expect(inertText('😀'.repeat(301))).toBe(`${'😀'.repeat(60)}… (301 characters) …${'😀'.repeat(60)}`);
  });

  it('never cuts a sign of markup in two, nor lets one through', () => {
    const name = inertText('<'.repeat(5000));
    expect(name).toBe(`${'&lt;'.repeat(60)}… (5,000 characters) …${'&lt;'.repeat(60)}`);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 700, minLength: 250 }), (text) => {
        expect(inertText(text)).not.toMatch(/[<>"'\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });

  it('is what escapeMarkup makes of ordinary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(inertText(text)).toBe(escapeMarkup(text));
      }),
    );
  });
});
