import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { tableMarkup } from '../../../src/report/html/table-markup.js';

const HIDEABLE = { systems: ['a', 'b'], conditions: ['dim', 'fog'] };
const parsed = (markup: string) => parseHTML(`<!doctype html><body>${markup}</body>`).document;
const table = (columns: string[], rows: string[][], hideable?: typeof HIDEABLE) =>
  parsed(tableMarkup({ columns, rows }, 'Title', hideable));

describe('tableMarkup', () => {
  it('has headings for columns and rows, and can be reached by the keyboard', () => {
    const document = table(['figure', 'a'], [['FMR', '1%']]);
    expect([...document.querySelectorAll('th')].map((th) => [th.getAttribute('scope'), th.textContent])).toEqual([
      ['col', 'figure'],
      ['col', 'a'],
      ['row', 'FMR'],
    ]);
    const region = document.querySelector('div.scroll');
    expect([region?.getAttribute('role'), region?.getAttribute('tabindex')]).toEqual(['region', '0']);
    expect(region?.getAttribute('aria-label')).toBe('Title: figure, a');
  });

  it('marks the cells of a system, and rows of systems and conditions, so that they can be hidden', () => {
    const document = table(
      ['figure', 'a', 'b: best'],
      [
        ['FMR', '1', '2'],
        ['b', '3', '4'],
        ['fog', '5', '6'],
      ],
      HIDEABLE,
    );
    const marks = (selector: string) =>
      [...document.querySelectorAll(selector)].map((one) => [
        one.getAttribute('data-system'),
        one.getAttribute('data-condition'),
      ]);
    expect(marks('thead th')).toEqual([
      [null, null],
      ['0', null],
      ['1', null],
    ]);
    expect(marks('tbody tr')).toEqual([
      [null, null],
      ['1', null],
      [null, '1'],
    ]);
    expect(marks('tbody tr:first-child td')).toEqual([
      ['0', null],
      ['1', null],
    ]);
  });

  it('marks nothing where nothing may be hidden, or only begins like a name', () => {
    expect(tableMarkup({ columns: ['x', 'a'], rows: [['fog', '1']] }, 'T')).not.toContain('data-');
    expect(tableMarkup({ columns: ['x', 'ab'], rows: [['a better one', '1']] }, 'T', HIDEABLE)).not.toContain('data-');
  });

  it('keeps hostile cells and headings as text', () => {
    const evil = "<img src=x onerror=alert(1)>\" onload='x' \u202e</td>";
    const markup = tableMarkup({ columns: [evil, evil], rows: [[evil, evil]] }, evil);
    expect(markup).not.toMatch(/<img|" onload|\u202e/);
    expect(parsed(markup).querySelectorAll('td').length).toBe(1);
  });

  it('lets a long word break', () => {
    const document = table(
      ['x', 'y'],
      [
        ['f'.repeat(30), 'short'],
        ['short', 'f'.repeat(64)],
      ],
    );
    const long = [...document.querySelectorAll('.long')].map(({ tagName }) => tagName);
    expect(long).toEqual(['TH', 'TD']);
  });
});
