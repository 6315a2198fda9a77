import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/report/claims/run-verdicts.js';
import { htmlReport } from '../../src/report/html-report.js';
import { NO_CLAIMS, type ReportInput } from '../../src/report/report-input.js';
import { ownClaims, tested } from '../support/claims.js';
import { GROUPED, peopleRun } from '../support/people.js';
import { madeUpRun } from '../support/run.js';
import { seenPairsRun, seenPlatesRun, seenSearchRun } from '../support/seen-run.js';
import { hostile } from './figures/support/hostile.js';
import { sizesRun } from './figures/support/sizes-run.js';

const parsed = (html: string) => parseHTML(html).document;

/** What a page refers to by id, and the ids that it has. */
function references(html: string): { readonly ids: readonly string[]; readonly wanted: readonly string[] } {
  const document = parsed(html);
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const wanted = ['aria-labelledby', 'aria-describedby', 'for', 'data-copies', 'href'].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].map((element) => (element.getAttribute(name) ?? '').replace(/^#/, '')),
  );
  return { ids, wanted };
}

describe('htmlReport of made-up runs', () => {
  const pages: string[] = [];
  const evil: string[] = [];
  beforeAll(async () => {
    const runs = [peopleRun(GROUPED), seenPairsRun(['good', 'bad']), seenPlatesRun()];
    runs.push(await seenSearchRun(), await sizesRun());
    pages.push(...runs.map((run) => htmlReport(run)));
    evil.push(...runs.map((run) => htmlReport(hostile(run))));
  });

  it('has every id once, and whatever is referred to', () => {
    for (const html of [...pages, ...evil]) {
      const { ids, wanted } = references(html);
      expect(new Set(ids).size).toBe(ids.length);
      expect(wanted.length).toBeGreaterThan(10);
      for (const id of wanted) expect(ids).toContain(id);
    }
  });

  it('has its parts in order, and contents that name them all', () => {
    for (const html of pages) {
      const document = parsed(html);
      const headings = [...document.querySelectorAll('main h2')].map(({ id, textContent }) => [id, textContent]);
      expect(headings.map(([id]) => id).filter((id) => id !== 'try-a-threshold')).toEqual([
        'in-short',
        'measured',
        'figures-first',
        'figures',
        'provenance',
        'expert',
        'cite',
      ]);
      const links = [...document.querySelectorAll('nav a')].map((a) => [
        a.getAttribute('href')?.slice(1),
        a.textContent,
      ]);
      expect(links).toEqual(headings);
    }
  });

  it('runs no script of a name, asks for nothing, and lets no text turn what stands around it', () => {
    for (const html of evil) {
      expect(html.match(/<script/g)).toHaveLength(2);
      // No matcher of texts: what it printed of a page that fails would be the page.
      expect(/<!--|[\u202a-\u202e\u2066-\u2069]|<img|<iframe|<link|<object|<base/.exec(html)?.[0]).toBeUndefined();
      const document = parsed(html);
      for (const element of document.querySelectorAll('*')) {
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/);
      }
      expect(document.querySelectorAll('[src]').length).toBe(0);
      // Names of ten thousand signs do not fill it; the data that the script reads have them whole.
      for (const cell of document.querySelectorAll('td, th, li, p, h1, h2, h3, option, figcaption')) {
        for (const word of (cell.textContent ?? '').split(/\s/)) expect([...word].length).toBeLessThanOrEqual(330);
      }
    }
  });

  it('hides only systems and conditions that it has', () => {
    for (const html of pages) {
      const document = parsed(html);
      const data = JSON.parse(document.querySelector('#run-data')?.textContent ?? '') as {
        systems: string[];
        conditions: string[];
      };
      for (const [attribute, names] of [
        ['data-system', data.systems],
        ['data-condition', data.conditions],
      ] as const) {
        for (const element of document.querySelectorAll(`[${attribute}]`)) {
          expect(names[Number(element.getAttribute(attribute))]).toBeDefined();
        }
      }
    }
  });
});

describe('htmlReport of a run that is not what was measured', () => {
  const page = (altered: readonly string[]) => htmlReport({ ...madeUpRun(), altered });

  it('says so before anything else', () => {
    const html = page(['metrics.csv', 'scores/<b>.csv']);
    const { body } = parsed(html);
    const alarm = body.querySelector('header .alarm')?.textContent ?? '';
    expect(alarm).toContain('This is not the run as it was measured. Changed since: metrics.csv, scores/<b>.csv.');
    expect(html.indexOf('class="alarm"')).toBeLessThan(html.indexOf('<nav'));
    expect(html.indexOf('class="alarm"')).toBeLessThan(html.indexOf('<main'));
  });

  it('names ten files and counts the others', () => {
    const files = Array.from({ length: 13 }, (_, k) => `f${k}`);
    expect(page(files)).toContain('f8, f9 and 3 more.');
    expect(page([])).not.toContain('class="alarm"');
  });
});

describe('htmlReport with claims', () => {
  it('has their verdicts in short, and says where there are none', () => {
    const run = peopleRun();
    const claims = ownClaims([
      tested('works', 'measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: 50%'),
    ]);
    const input: ReportInput = { ...run, verdicts: [verdictsOf(run, claims)] };
    const short = (html: string) => parsed(html).querySelector('#in-short')?.parentNode?.textContent ?? '';
    expect(short(htmlReport(input))).toContain('1 claim: 1 supported, of "Mine"');
    expect(short(htmlReport(input))).not.toContain(NO_CLAIMS);
    expect(short(htmlReport(run))).toContain(NO_CLAIMS);
  });
});
