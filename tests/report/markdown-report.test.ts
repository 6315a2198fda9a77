import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/report/claims/run-verdicts.js';
import { figuresOf } from '../../src/report/figures/figures.js';
import { markdownReport } from '../../src/report/markdown-report.js';
import type { ReportSection } from '../../src/report/section.js';
import { ownClaims, tested } from '../support/claims.js';
import { GROUPED, peopleRun } from '../support/people.js';
import { seenPairsRun } from '../support/seen-run.js';
import { hostile } from './figures/support/hostile.js';

const MOST = 60_000;
const headings = (text: string) => text.split('\n').flatMap((line) => /^## (.*)/.exec(line)?.[1] ?? []);
const part = (title: string, length: number): ReportSection => ({
  title,
  paragraphs: ['x'.repeat(length)],
  tables: [],
});
const FTE = 'measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: 50%';

describe('markdownReport', () => {
  const run = peopleRun(GROUPED);

  it('has what matters most first, and everything of a small run', () => {
    const text = markdownReport(run);
    const parts = headings(text);
    expect(parts.slice(0, 3)).toEqual([
      'In short',
      'What was measured, and what was not',
      'Made-up people (pairs, made-up)',
    ]);
    expect(parts.slice(-2)).toEqual(['Figures', 'Where these figures come from']);
    expect(text).toContain(run.digest);
    const unescaped = text.replaceAll('\\', '');
    for (const { id } of figuresOf(run)) expect(unescaped).toContain(`figures/${id}.svg`);
  });

  it('leaves out what would make it too long for a comment, and names it', () => {
    const expert = [part('Long', 50_000), part('Short', 100), part('Long too', 30_000)];
    const text = markdownReport(run, [], expert);
    expect(text.length).toBeLessThanOrEqual(MOST);
    expect(headings(text)).toContain('Short');
    expect(headings(text).at(-1)).toBe('Left out here');
    expect(text).toContain('too long here: Long too.');
  });

  it('is never too long, however many parts there are and whatever they are called', () => {
    const names = [...Array(400).keys()].map((k) => `${k} ${'|'.repeat(300)}`);
    for (const expert of [names.map((name) => part(name, 10_000)), names.map((name) => part(name, 200))]) {
      const text = markdownReport(run, [], expert);
      expect(text.length).toBeLessThanOrEqual(MOST);
      expect(text).toMatch(/; and \d+ more\./);
    }
    for (const own of [hostile(run), hostile(seenPairsRun())]) {
      const text = markdownReport(own);
      expect(text.length).toBeLessThanOrEqual(MOST);
      expect(text).toContain('Left out here');
    }
  });

  it('has every verdict, and leaves out a table of too many', () => {
    const claims = (count: number) =>
      ownClaims(Array.from({ length: count }, (_, k) => tested(`claim-${k}-${'y'.repeat(80)}`, FTE)));
    const report = (count: number) => markdownReport({ ...run, verdicts: [verdictsOf(run, claims(count))] });
    expect(report(2)).toMatch(/2 claims: 2 \w+, of "Mine"\./);
    expect(headings(report(2)).slice(0, 2)).toEqual(['In short', 'Verdicts: Mine']);
    const many = report(600);
    expect(many.length).toBeLessThanOrEqual(MOST);
    expect(many).toMatch(/600 claims: 600 \w+, of "Mine"\./);
    expect(many).toContain('too long here: Verdicts: Mine');
  });

  it('says before anything else that a run is not what was measured', () => {
    const text = markdownReport({ ...run, altered: ['metrics.csv'] });
    expect(headings(text)[0]).toBe('This is not the run as it was measured');
    expect(text).toContain('Changed since: metrics.csv.');
  });
});
