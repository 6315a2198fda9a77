import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alarmFacts } from '../../src/deployment/alarm-facts.js';
import type { Uncertain } from '../../src/deployment/uncertain.js';
import { alarmText, chanceText, rangeText } from '../../src/report/alarm-text.js';
import { rateText } from '../../src/report/format.js';
import { htmlReport } from '../../src/report/html-report.js';
import { operatingPoints } from '../../src/report/operating-points.js';
import { type ReadRun, readRun } from '../../src/results/read-run.js';
import { fpirFromFmr } from '../../src/statistics/search-rate.js';
import { HOSTILE, hostile } from '../report/figures/support/hostile.js';
import { sweepRun } from '../report/figures/support/sweep-run.js';
import { CHROMIUM, openPage, seriousViolations, startBrowser } from '../support/browser.js';
import { cli } from '../support/cli.js';
import { platesRun } from '../support/plates-run.js';
import { madeUpRun } from '../support/run.js';

const RESULTS = join(import.meta.dirname, '..', '..', 'results');
const SCRATCH = mkdtempSync(join(tmpdir(), 'falsematch-pages-'));

let browser: Browser;
beforeAll(async () => {
  if (CHROMIUM) browser = await startBrowser();
});
afterAll(() => browser?.close());

/** The report of a published run, rendered anew by the command line. */
async function reportOf(name: string): Promise<string> {
  const path = join(SCRATCH, `${name}.html`);
  const { code, stderr } = await cli(['report', join(RESULTS, name), '--out', path]);
  expect([code, stderr]).toEqual([0, `Wrote ${path}\n`]);
  return path;
}

const text = (page: Page, id: string) => page.locator(`#${id}`).textContent();

describe.skipIf(!CHROMIUM)('the page of a report', () => {
  describe.each(['lfw', 'plates'])('of %s', (name) => {
    let path: string;
    let run: ReadRun;
    beforeAll(async () => {
      path = await reportOf(name);
      run = await readRun(join(RESULTS, name));
    });

    it.each([
      { width: 360, colorScheme: 'dark' as const },
      { width: 1440, colorScheme: 'light' as const },
    ])('opens without an error or a request, fits, and hides nothing from anybody: %o', async (view) => {
      const { page, problems } = await openPage(browser, path, view);
      expect(problems).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(view.width);
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(view.width);
      expect(await seriousViolations(page)).toEqual([]);
      await page.close();
    });

    it('is readable without a script', async () => {
      const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
      await page.goto(`file://${path}`);
      expect(await page.locator('.short li').count()).toBe(3);
      expect(await page.locator('figure svg').count()).toBeGreaterThan(2);
      // Nothing that needs the script is shown without it.
      for (const needy of ['#threshold-panel', 'input', 'button']) {
        expect([needy, await page.locator(needy).filter({ visible: true }).count()]).toEqual([needy, 0]);
      }
      await page.close();
    });

    it('hides a system wherever it stands, and nothing else', async () => {
      const { page } = await openPage(browser, path, { width: 1440, colorScheme: 'light' });
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      const shown = (place: number) => page.locator(`main [data-system="${place}"]`).filter({ visible: true }).count();
      const [first, second] = [await shown(0), await shown(1)];
      expect(first).toBeGreaterThan(10);
      await page.locator('input[data-hides="system"][value="0"]').uncheck();
      expect([await shown(0), await shown(1)]).toEqual([0, second]);
      await page.locator('input[data-hides="system"][value="0"]').check();
      expect(await shown(0)).toBe(first);
      await page.close();
    });

    it('sorts a table by the number that a column begins with', async () => {
      const { page } = await openPage(browser, path, { width: 1440, colorScheme: 'light' });
      const table = page.locator('#figures-first ~ section table').first();
      const column = async () =>
        (await table.locator('tbody tr td:nth-child(2)').allTextContents()).map(Number.parseFloat);
      const before = await column();
      await table.locator('thead th:nth-child(2) button').click();
      expect(await table.locator('thead th:nth-child(2)').getAttribute('aria-sort')).toBe('ascending');
      expect(await column()).toEqual([...before].sort((a, b) => a - b));
      await table.locator('thead th:nth-child(2) button').press('Enter');
      expect(await column()).toEqual([...before].sort((a, b) => b - a));
      await page.close();
    });

    it('gives a citation with the digest of the run', async () => {
      const { page } = await openPage(browser, path, { width: 1440, colorScheme: 'light' });
      await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
      await expect
        .poll(() => text(page, 'citation-bibtex-said'))
        .toMatch(/^(Copied\.|Selected: copy it with Ctrl\+C\.)$/);
      expect(await text(page, 'citation-bibtex')).toContain(run.digest);
      expect(await text(page, 'citation-text')).toContain(run.digest);
      await page.close();
    });
  });

  it.each([
    ['comparisons', madeUpRun()],
    ['plates', platesRun()],
    ['conditions', sweepRun()],
  ])('stays inert whatever the things of a run are called: %s', async (name, run) => {
    const path = join(SCRATCH, `hostile-${name}.html`);
    const record = { ...run.record, suite: { ...run.record.suite, title: HOSTILE, description: HOSTILE } };
    const altered = [`${HOSTILE}.csv`];
    writeFileSync(path, htmlReport({ ...hostile({ ...run, record }), altered }));
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, problems } = await openPage(browser, path, { width: 360, colorScheme });
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true");
      const found = await page.evaluate(`({
        scripts: document.querySelectorAll('script').length,
        handlers: [...document.querySelectorAll('*')].flatMap((one) => [...one.attributes]).filter((one) => /^on/i.test(one.name)).length,
        strangers: document.querySelectorAll('iframe, object, embed, img, link, base, form').length,
        turned: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.documentElement.textContent),
        width: document.documentElement.scrollWidth,
      })`);
      // What the script reads, and the script.
      expect(found).toEqual({ scripts: 2, handlers: 0, strangers: 0, turned: false, width: 360 });
      expect(problems).toEqual([]);
      await page.close();
    }
  });

  it('moves both errors, the alarms of a day and their predictive value together, as the library computes them', async () => {
    const path = await reportOf('lfw');
    const { page, problems } = await openPage(browser, path, { width: 1440, colorScheme: 'light' });
    const found = operatingPoints(await readRun(join(RESULTS, 'lfw')));
    const [cameras, passersBy, listSize, oneListedIn] = [250, 4000, 600, 20_000];
    for (const [name, value] of Object.entries({
      cameras,
      'passers-by': passersBy,
      'list-size': listSize,
      'one-listed-in': oneListedIn,
    })) {
      await page.locator(`input[name="${name}"]`).fill(String(value));
    }
    expect(found.length).toBe(6);
    for (const [k, { points, system }] of found.entries()) {
      await page.locator('#chosen-curve').selectOption(String(k));
      expect(await page.locator('#chosen-curve option:checked').textContent()).toContain(system);
      for (const place of [0, Math.floor(points.length / 2), points.length - 1]) {
        await page.locator('#threshold').fill(String(place));
        const point = points[place];
        if (point?.falseRate.state === 'unavailable' || point?.missRate.state === 'unavailable' || !point)
          throw new Error('no rate');
        const { falseRate, missRate } = point;
        const fpir = Object.fromEntries(
          [
            ['value', falseRate.value] as const,
            ['low', falseRate.interval.low] as const,
            ['high', falseRate.interval.high] as const,
          ].map(([end, rate]) => [end, fpirFromFmr(rate, listSize)]),
        ) as { value: number; low: number; high: number };
        const { scenarios } = alarmFacts({
          cameras,
          passagesPerCamera: passersBy,
          listed: 1 / oneListedIn,
          fpir: { ...fpir, level: 0.95 },
          tpir: {
            value: 1 - missRate.value,
            low: 1 - missRate.interval.high,
            high: 1 - missRate.interval.low,
            level: 0.95,
          },
        });
        const [scenario] = scenarios;
        const shown = await Promise.all(
          ['falseRate', 'missRate', 'falseAlarms', 'trueAlarms', 'ppv'].map((id) => text(page, `panel-${id}`)),
        );
        // Below one in a hundred thousand the labels of LFW are measured.
        const ofLabels = point.target < 1e-5;
        const resolved = (rate: typeof falseRate) => !ofLabels && rate.floor === null;
        const plain = (rate: typeof falseRate) =>
          rateText({ ...rate, ...rate.interval, resolvable: resolved(rate) ? 'yes' : 'no' });
        const ranged = (number: Uncertain, form: (one: number) => string, sure: boolean) =>
          sure ? rangeText(number, form) : `${form(number.low)} to ${form(number.high)} *`;
        const [falsely, missing] = [resolved(falseRate), resolved(missRate)];
        expect(shown).toEqual([
          plain(falseRate),
          plain(missRate),
          scenario && ranged(scenario.perDay.falseAlarms, alarmText, falsely),
          scenario && ranged(scenario.perDay.trueAlarms, alarmText, missing),
          scenario?.ppv && ranged(scenario.ppv, chanceText, falsely && missing),
        ]);
      }
    }
    await page.locator('input[name="cameras"]').fill('0');
    expect(await text(page, 'panel-problem')).toMatch(/cameras/i);
    expect(problems).toEqual([]);
    await page.close();
  });
});
