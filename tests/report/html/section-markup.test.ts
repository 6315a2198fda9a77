import { expect, it } from 'vitest';
import { closedMarkup, contentMarkup, sectionMarkup } from '../../../src/report/html/section-markup.js';

const SECTION = {
  title: 'A <part>',
  paragraphs: ['One & two.'],
  tables: [{ columns: ['x'], rows: [['y']] }],
  notes: ['* why'],
};

it('has heading, paragraphs, tables and notes in that order, all as text', () => {
  const markup = sectionMarkup(SECTION);
  expect(markup).toMatch(
    /^<section>\n<h2>A &lt;part&gt;<\/h2>\n<p>One &amp; two\.<\/p>\n<div class="scroll"[\s\S]*<\/div>\n<p class="note">\* why<\/p>\n<\/section>$/,
  );
  expect(sectionMarkup(SECTION, 'h3')).toContain('<h3>A &lt;part&gt;</h3>');
});

it('can be closed, with its title to be seen', () => {
  expect(closedMarkup(SECTION)).toMatch(/^<details>\n<summary><h3>A &lt;part&gt;<\/h3><\/summary>\n<p>One/);
  expect(contentMarkup({ title: 'x', paragraphs: [], tables: [] })).toBe('');
});
