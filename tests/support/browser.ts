import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where a browser is looked for, Debian's first; FALSEMATCH_CHROMIUM names another. */
const PLACES = [
  process.env.FALSEMATCH_CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** The path of a Chromium, or undefined where there is none and tests of pages are skipped. */
export const CHROMIUM = PLACES.find((path) => path !== '' && existsSync(path));
if (!CHROMIUM) process.stderr.write('Tests of pages in a browser are skipped: no Chromium is installed.\n');

/** Starts it, headless and without requests of its own. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM ?? '',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** How a page is looked at. */
export interface View {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** A page from a file, with what went wrong in it and whatever it asked for besides itself. */
export async function openPage(browser: Browser, path: string, { width, colorScheme }: View) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const address = new URL(`file://${path}`).href;
  page.on('request', (request) => {
    if (request.url() !== address) problems.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, problems };
}

/** What of an accessibility check matters most: violations that are serious or worse, each with the first place. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const run: (
      options: object,
    ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> =
      // @ts-expect-error axe is there since the line before, and nowhere else.
      (options) => globalThis.axe.run(options);
    const { violations } = await run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id} x${nodes.length}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}
