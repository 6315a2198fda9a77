import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { rateText } from '../../src/report/format.js';
import { htmlReport } from '../../src/report/html-report.js';
import { junitReport } from '../../src/report/junit-report.js';
import { markdownReport } from '../../src/report/markdown-report.js';
import { summaryLines } from '../../src/report/summary.js';
import { wrap } from '../../src/report/wrap.js';
import { count, percent } from '../../src/results/figure-text.js';
import { madeUpRun } from '../support/run.js';

it.each([
  [0, '0%'],
  [1, '100%'],
  [0.00123456, '0.123%'],
  [0.0116666, '1.17%'],
  [0.5, '50%'],
  [0.000001234, '1.2e-4%'],
  [0.9948, '99.48%'],
  [0.99975, '99.975%'],
  [9_999_998 / 10_000_000, '99.999980%'],
])('percent(%s) is %s', (value, text) => {
  expect(percent(value)).toBe(text);
});

it('a rate is never printed without its interval and denominator', () => {
  const row = madeUpRun().rows.find(({ metric, at }) => metric === 'FNMR@FMR' && at === '1e-1');
  expect(row && rateText(row)).toBe('10% [0, 91.9] 2 of 20 *');
  expect(count(87307271)).toBe('87,307,271');
});

it('the summary fits 80 columns, shows every system with its failures, and says what was not measured', () => {
  const lines = summaryLines(madeUpRun());
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
  const text = lines.join('\n');
  expect(text).toContain('10% [0, 91.9] 2 of 20 *');
  expect(text).toContain('no template (FTE)           1.67% [0.295, 8.86] 1 of 60');
  expect(text).toContain('absent-model: It cannot be had.');
  expect(text).toContain('FMR up to 16.84% is not');
});

it('wraps at spaces only', () => {
  expect(wrap(`${'a'.repeat(70)} ${'b'.repeat(20)} c`)).toEqual(['a'.repeat(70), `  ${'b'.repeat(20)} c`]);
  expect(wrap('x'.repeat(100))).toEqual(['x'.repeat(100)]);
});

it('every report carries digest, denominators, licences and what was not measured', () => {
  const run = madeUpRun();
  for (const report of [markdownReport(run), htmlReport(run)]) {
    expect(report).toContain(run.digest);
    expect(report).toContain('2 of 20');
    expect(report).toContain('none needed');
    expect(report).toContain('It cannot be had.');
  }
  expect(junitReport(run)).toContain('<testsuite name="Made-up view" tests="2" failures="0" skipped="1">');
});

it('hostile names stay inert in every report', () => {
  const evil = `<script>alert(1)</script>|\`x\`"onload=' & \u0007`;
  const run = madeUpRun((record) => ({
    ...record,
    suite: { ...record.suite, title: evil },
    notMeasured: [{ what: evil, reason: evil }],
    datasets: record.datasets.map((dataset) => ({ ...dataset, consent: evil })),
  }));
  for (const report of [htmlReport(run), junitReport(run)]) {
    expect(report).not.toContain('<script>alert');
    expect(report).not.toContain('"onload');
    expect(report).not.toContain('\u0007');
  }
  // The page's own: what the script reads, and the script.
  expect(htmlReport(run).match(/<script/g)).toHaveLength(2);
  expect(markdownReport(run)).not.toMatch(/(?<!\\)<script/);
  expect(markdownReport(run)).toContain('\\|');
});

it('the HTML report asks for nothing from outside, and only its own script may run', () => {
  const html = htmlReport(madeUpRun());
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; script-src 'sha256-[\w+/=]+'$/,
  );
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(html) ?? [];
  expect(policy).toContain(createHash('sha256').update(script).digest('base64'));
  const links = [...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, target = '']) => target);
  expect(links.length).toBeGreaterThan(3);
  for (const target of links) expect(html).toContain(`id="${target.slice(1)}"`);
});
