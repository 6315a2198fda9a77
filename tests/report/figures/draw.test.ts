import * as Plot from '@observablehq/plot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSvg, ofSystem, shortName } from '../../../src/report/figures/draw.js';
import { seriesStyle } from '../../../src/report/figures/system-style.js';
import { elementsOf, textsOf } from './support/svg.js';

const legend = (names: readonly string[]) =>
  names.map((name, system) => ({ name, system, style: seriesStyle(system) }));
const drawn = (names: readonly string[] = []) =>
  drawSvg(
    {
      height: 200,
      x: { domain: [0, 1] },
      marks: [
        Plot.line(
          [
            [0, 1 / 3],
            [1, 2 / 3],
          ],
          { ariaDescription: ofSystem(3) },
        ),
        Plot.dot([[0.5, 0.5]]),
      ],
    },
    { id: 'det-x', label: 'A <chart>', legend: legend(names) },
  );

describe('drawSvg', () => {
  it('is named by its title, and has no other id, class, style or label of its own', () => {
    const [svg, title, ...others] = elementsOf(drawn());
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'label-of-det-x', viewBox: '0 0 680 200' });
    expect([title?.attributes.id, title?.text]).toEqual(['label-of-det-x', 'A <chart>']);
    for (const { attributes } of others) {
      for (const name of ['id', 'class', 'style', 'aria-label', 'aria-description']) {
        expect(attributes[name]).toBeUndefined();
      }
    }
  });

  it('marks what belongs to a system, and nothing else', () => {
    const marked = elementsOf(drawn()).filter(({ attributes }) => 'data-system' in attributes);
    expect(marked.map(({ attributes }) => attributes['data-system'])).toEqual(['3']);
  });

  it('keeps tenths of a unit', () => {
    for (const { attributes } of elementsOf(drawn(['a', 'b']))) {
      for (const name of ['d', 'transform', 'x', 'y', 'cx', 'cy']) {
        expect(attributes[name] ?? '').not.toMatch(/\.\d\d/);
      }
    }
  });

  it('is the same each time', () => {
    expect(drawn(['a'])).toBe(drawn(['a']));
  });

  it('has a legend of every name within its width, in rows that do not meet', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 60, unit: 'grapheme' }), { maxLength: 20 }), (names) => {
        const svg = drawn(names);
        const entries = elementsOf(svg).filter(
          ({ name, attributes }) => name === 'text' && attributes['text-anchor'] === 'start' && attributes.x,
        );
        expect(entries.map(({ text }) => text)).toEqual(names.map((name) => shortName(name)));
        const places = entries.map(({ attributes }) => `${attributes.x},${attributes.y}`);
        expect(new Set(places).size).toBe(names.length);
        const rows = new Set(entries.map(({ attributes }) => attributes.y)).size;
        expect(svg).toContain(`viewBox="0 0 680 ${200 + 20 * rows}"`);
        for (const { attributes } of entries) expect(Number(attributes.x)).toBeLessThan(680);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps hostile names as text', () => {
    const svg = drawn([
      '<script>alert(1)</script>',
      '"onload=',
      '\u202egnp.exe',
      '\u2067x',
      'y'.repeat(10_000),
      '<!--',
    ]);
    expect(svg).not.toMatch(/<script|"onload|<!--|[\u202e\u2067]/);
    expect(textsOf(svg)).toContain('<script>alert(1)</script>');
    expect(svg.length).toBeLessThan(10_000);
  });
});

describe('shortName', () => {
  it('is on one line, never longer than is asked for, and well-formed', () => {
    expect(shortName('abcdefghij', 5)).toBe('ab…ij');
    expect(shortName('abcde', 5)).toBe('abcde');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 3, max: 50 }), (name, longest) => {
        const short = shortName(name, longest);
        expect([...short].length).toBeLessThanOrEqual(longest);
        expect(short).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u);
        expect(short).toBe(short.toWellFormed());
      }),
    );
  });
});
