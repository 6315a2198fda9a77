import { expect, it } from 'vitest';
import { checkClaims } from '../../../src/claims/check-claims.js';
import { readClaims } from '../../../src/claims/read-claims.js';
import { claimJunit } from '../../../src/report/claims/claim-junit.js';
import { claimLines } from '../../../src/report/claims/claim-lines.js';
import { claimPage } from '../../../src/report/claims/claim-page.js';
import { sourceText } from '../../../src/report/claims/claim-text.js';
import { htmlPage } from '../../../src/report/html-page.js';
import { markdownPage } from '../../../src/report/markdown-page.js';
import { ownClaims, tested } from '../../support/claims.js';
import { asRead, madeUpRun } from '../../support/run.js';

const READ = asRead(madeUpRun());
const HOSTILE = '<script>alert(1)</script>\u202e';
const FTE = 'measure: FTE, data: made-up, protocol: pairs, is:';
const CLAIMS = ownClaims([
  tested('wrong', `${FTE} at least, value: 90%`),
  tested('right', `${FTE} at most, value: 90%`),
  tested('open', `${FTE} at most, value: 2%`),
  `{ id: hidden, about: scale, statement: "${HOSTILE}", untestable: { because: B, disclose: [D] } }`,
]);
const checked = checkClaims(CLAIMS, { run: { read: READ, started: '2026-01-02T00:00:00.000Z' } });

it('puts verdicts first, then every claim with its evidence, then how it was come by', () => {
  const { sections } = claimPage(checked);
  expect(sections.map(({ title }) => title)).toEqual([
    'What came out',
    'wrong: contradicted',
    'right: supported',
    'open: unresolved',
    'hidden: untestable',
    'How this was come by',
  ]);
  const text = markdownPage(claimPage(checked));
  expect(text).toContain('Of 4 claims: 1 supported, 1 contradicted, 1 unresolved, 1 untestable.');
  expect(text).toContain('| wrong | face-verification | contradicted | at least 90%: 1.67% \\[');
  expect(text).toContain(`Run ${READ.digest} of the suite made-up`);
  expect(text).toContain('the claims were not frozen');
  expect(text).toContain("The 3 tests are held to 95% together (Holm's correction)");
  expect(text).toContain('made-model | 1.67%');
});

it('warns of a run that was changed', () => {
  const run = { read: { ...READ, altered: ['metrics.json'] }, started: null };
  const text = markdownPage(claimPage(checkClaims(CLAIMS, { run })));
  expect(text).toContain('Warning: metrics.json of the run were changed since it was made.');
});

it('shows what comes from outside as text', () => {
  const html = htmlPage(claimPage(checked));
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;script&gt;alert(1)');
  expect(html).toContain("default-src 'none'");
});

it('tells CI of contradicted claims as failures, of unresolved ones when asked', () => {
  const xml = claimJunit(checked);
  expect(xml).toContain('tests="4" failures="1" skipped="2"');
  expect(xml).toMatch(/name="wrong">\s*<failure type="contradicted" message="contradicted: /);
  expect(xml).not.toContain('<script');
  expect(claimJunit(checked, { strict: true })).toContain('tests="4" failures="2" skipped="1"');
});

it('fits the terminal', async () => {
  const lines = [...claimLines(checked), ...claimLines(checkClaims(await readClaims('field-trials')))];
  expect(lines.join('\n')).toContain('wrong: CONTRADICTED');
  for (const line of lines)
    if (line.includes(' ')) expect(line.trim().split(' ').length === 1 || line.length <= 80, line).toBe(true);
});

it('says where a claim was read', () => {
  const publication = { title: 'T', publisher: 'P', date: '2019', address: 'https://p.example' };
  expect(sourceText('own')).toBe('A limit that whoever wrote this file has set.');
  expect(sourceText({ ...publication, removed: false })).toBe(
    'P, "T", 2019, https://p.example. By this file, read in the publication itself.',
  );
  expect(sourceText({ title: 'T', publisher: 'V', removed: true, readIn: publication })).toBe(
    'V, "T", removed by its publisher. Not read there, but as reported by P, "T", 2019, https://p.example.',
  );
});
