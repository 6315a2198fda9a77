import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapeMarkup } from '../../src/report/escape-markup.js';

/** The text and the attribute that a parser of XML reads. */
function readBack(markup: string): { readonly text: string; readonly attribute: string } {
  const parser = new SaxesParser();
  let [text, attribute] = ['', ''];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (part) => {
    text += part;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (name !== 'x') throw new Error(`an element ${name}`);
    attribute = String(attributes.a);
  });
  parser.write(`<x a="${markup}">${markup}</x>`).close();
  return { text, attribute };
}

describe('escapeMarkup', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"onload='x`, '&quot;onload=&#39;x'],
    ['<!-- &lt;', '&lt;!-- &amp;lt;'],
    ['a\u0000b\u0007c\u001bd\re', 'abcde'],
    ['a\nb\tc', 'a\nb\tc'],
    ['\u202egnp.exe', '[U+202E]gnp.exe'],
    ['\u2067x\u2069', '[U+2067]x[U+2069]'],
    ['\u061c\u200e\u200f', '[U+061C][U+200E][U+200F]'],
    ['a\u00adb\ufeff', 'a[U+00AD]b[U+FEFF]'],
    ['x\u{e0020}', 'x[U+E0020]'],
    ['\ud800x', '\ufffdx'],
    ['x\ufffe\uffff', 'x'],
    ['😀 žlutý 漢字', '😀 žlutý 漢字'],
  ])('of %j is %s', (text, markup) => {
    expect(escapeMarkup(text)).toBe(markup);
  });

  it('is read back by a parser of XML as what it was, and never as an element', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { text, attribute } = readBack(escapeMarkup(name));
        const shown = [...name.toWellFormed()]
          .filter((sign) => sign >= ' ' || sign === '\n' || sign === '\t')
          .filter((sign) => sign !== '\ufffe' && sign !== '\uffff')
          .map((sign) =>
            /\p{Cf}/u.test(sign)
              ? `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
              : sign,
          )
          .join('');
        expect(text).toBe(shown);
        // A parser takes line ends within an attribute for spaces.
        expect(attribute).toBe(shown.replace(/[\n\t]/g, ' '));
      }),
    );
  });
});
