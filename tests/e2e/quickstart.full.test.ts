import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { CHROMIUM, openPage, seriousViolations, startBrowser } from '../support/browser.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { npmFile } from '../support/npm-file.js';
import { runBytes } from '../support/run-bytes.js';

const photo = npmFile('sample1.jpg');
const folder = temporaryFolder();
const env = { FALSEMATCH_HOME: join(folder, 'home'), FALSEMATCH_MIRROR: process.env.FALSEMATCH_NPM_FILES ?? '' };
let first: Awaited<ReturnType<typeof cli>>;

// Drawing and reading takes most of a minute on two cores.
beforeAll(async () => {
  if (photo) first = await cli(['run', 'quickstart', '--offline', '--out', 'first'], { cwd: folder, env });
});

it.skipIf(!photo)('the whole quickstart draws plates and reads them', () => {
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/missed \(FNMR\), FMR 1e-1 .* of 22/);
  expect(first.stdout).toMatch(/found \(recall\), IoU 0.5 .* of 308/);
  expect(first.stdout).toMatch(/read right, strict, clean +.* of 44/);
  expect(first.stdout).toContain('320 pictures extracted, 6 from the cache');
  expect(first.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
});

it.skipIf(!photo)('its run verifies, and comes again from the cache', async () => {
  expect(await cli(['verify', 'first'], { cwd: folder })).toMatchObject({ code: 0 });
  const again = ['run', 'quickstart', '--offline', '--out', 'again', '--workers', '1'];
  expect((await cli(again, { cwd: folder, env })).stdout).toContain('0 pictures extracted, 326 from the cache');
  expect(runBytes(join(folder, 'again'))).toEqual(runBytes(join(folder, 'first')));
});

it.skipIf(!photo || !CHROMIUM)(
  'its report opens in a browser, and its threshold moves what follows from it',
  async () => {
    const browser = await startBrowser();
    const view = { width: 360, colorScheme: 'light' } as const;
    const { page, problems } = await openPage(browser, join(folder, 'first', 'report.html'), view);
    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(view.width);
    const falsely = () => page.locator('#panel-falseRate').textContent();
    await page.locator('#threshold').fill('0');
    const most = await falsely();
    expect(most).toMatch(/ of 31/);
    expect(await page.locator('#panel-missRate').textContent()).toMatch(/ of 22/);
    await page.locator('#threshold').press('End');
    expect(await falsely()).not.toBe(most);
    expect(problems).toEqual([]);
    await browser.close();
  },
);
