import { describe, expect, it } from 'vitest';
import { comparePage } from '../../../src/report/compare/compare-page.js';
import { compareTextLines } from '../../../src/report/compare/compare-text.js';
import { comparedRuns } from '../../../src/report/compare/compared-runs.js';
import { pairedLines } from '../../../src/report/compare-lines.js';
import { headline } from '../../../src/report/headline.js';
import { htmlPage } from '../../../src/report/html-page.js';
import { markdownPage } from '../../../src/report/markdown-page.js';
import { BESIDE, first, hostile, later, other } from './runs.js';

const page = comparePage(BESIDE);
const section = (title: string) => page.sections.find((one) => one.title === title);

describe('comparePage', () => {
  it('has its parts in reading order', () => {
    expect(page.title).toBe('Made-up suite, beside Later');
    expect(page.sections.map(({ title }) => title)).toEqual([
      'The two runs',
      'Measured by one run alone',
      'Made-up people (pairs, made-up)',
      'Paired difference, people, made-up: good, first run (A) against second run (B)',
      'How to read it',
    ]);
  });

  it('says what the runs are, and why one lacks a system', () => {
    const rows = section('The two runs')?.tables[0]?.rows ?? [];
    expect(rows.find(([what]) => what === 'digest')).toEqual(['digest', first.digest, later.digest]);
    expect(rows.map(([what]) => what)).toContain('made by');
    const lone = section('Measured by one run alone');
    expect(lone?.tables[0]?.rows).toEqual([['systems', 'bad', '']]);
    expect(lone?.notes).toEqual(['B could not measure bad: It has no address.']);
  });

  it('has one row a figure of the headline, A beside B, and the notes of the shown systems only', () => {
    const people = section('Made-up people (pairs, made-up)');
    const figures = (run: typeof first) =>
      headline(run)[0]
        ?.systems.find(({ name }) => name === 'good')
        ?.figures.map(({ text }) => text) ?? [];
    const [ours, theirs] = [figures(first), figures(later)];
    expect(people?.tables).toHaveLength(1);
    expect(people?.tables[0]?.columns).toEqual(['good', 'A', 'B']);
    expect(people?.tables[0]?.rows.map(([, a]) => a)).toEqual(ours);
    expect(people?.tables[0]?.rows.map(([, , b]) => b)).toEqual(theirs);
    expect(people?.notes?.join()).toContain('FTE is not resolved');
    expect(people?.notes?.join()).not.toContain('bad');
  });

  it('gives each paired difference in the words of falsematch compare', () => {
    const [row] = page.sections[3]?.tables[0]?.rows ?? [];
    const said = pairedLines(BESIDE.paired).join('\n');
    expect(row).toHaveLength(9);
    for (const cell of row ?? []) expect(said).toContain(cell);
    expect(row?.[6]).toBe('a difference that these data show');
  });

  it('says at the top that tables were changed since a run was made', () => {
    const edited = comparedRuns({ ...first, altered: ['metrics.csv'] }, later, []);
    const [top] = comparePage(edited).sections;
    expect(top?.title).toBe('Changed since it was made');
    expect(top?.paragraphs).toEqual([expect.stringMatching(/^A: metrics\.csv changed since the run was made\. /)]);
    const lines = compareTextLines(edited);
    expect(lines[2]).toBe('Changed since it was made');
  });

  it.each([
    ['one run twice', comparedRuns(first, first, []), 'Both are one and the same run'],
    ['nothing in common', comparedRuns(first, other, []), 'The two runs have no task in common'],
  ])('of %s says one sentence and shows no figures', (_, compared, sentence) => {
    const { sections } = comparePage(compared);
    expect(sections[0]?.paragraphs).toEqual([expect.stringContaining(sentence)]);
    expect(sections.map(({ title }) => title)).not.toContain('How to read it');
    const text = compareTextLines(compared).join('\n');
    expect(text).toContain(sentence);
    expect(text).not.toContain('missed (FNMR)');
  });

  it('says that a task is another measurement, and that no difference was tested', () => {
    const tasks = first.record.tasks.map((task) => ({ ...task, at: ['1e-2'], digest: 'b' }));
    const compared = comparedRuns(first, { ...later, record: { ...later.record, tasks } }, []);
    const { sections } = comparePage(compared);
    expect(sections.find(({ title }) => title === 'Not the same measurement')?.notes).toEqual([
      'task people: at, digest differ.',
    ]);
    expect(sections.find(({ title }) => title.startsWith('Made-up people'))?.paragraphs).toEqual([
      expect.stringContaining('No difference is tested'),
    ]);
    expect(sections.at(-1)?.paragraphs.join()).toContain('No difference was tested');
  });

  it('keeps hostile names inert', () => {
    const compared = comparedRuns(first, hostile, []);
    const html = htmlPage(comparePage(compared));
    for (const live of ['<script>alert', '"onload', '\u0007']) expect(html).not.toContain(live);
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(markdownPage(comparePage(compared))).not.toMatch(/(?<!\\)<script/);
    expect(compareTextLines(compared).join('\n')).not.toContain('\u0007');
  });
});

describe('compareTextLines', () => {
  it('stays within 80 columns where words allow, and says once what is the same in both', () => {
    const lines = compareTextLines(BESIDE);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines).toContain('    A = B: made-up');
    const at = lines.indexOf('    missed (FNMR), FMR 1e-1');
    expect(lines.slice(at + 1, at + 3).map((line) => line.trim().slice(0, 2))).toEqual(['A:', 'B:']);
    for (const line of pairedLines(BESIDE.paired)) expect(lines).toContain(line);
  });
});
