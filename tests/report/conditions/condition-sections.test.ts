import { describe, expect, it } from 'vitest';
import { conditionSections, conditionsOf } from '../../../src/report/conditions/condition-sections.js';
import { rateText } from '../../../src/report/format.js';
import { junitReport } from '../../../src/report/junit-report.js';
import { markdownReport } from '../../../src/report/markdown-report.js';
import { summaryLines } from '../../../src/report/summary.js';
import { madeUpRun } from '../../support/run.js';
import { seenPairsRun, seenPlatesRun, seenSearchRun } from '../../support/seen-run.js';

const run = seenPairsRun(['good', 'bad']);
const { record, rows } = run;
const sections = conditionSections(run);
const [section] = sections;
const cell = (task: string, model: string, metric: string) => {
  const found = rows.find(
    (row) => row.task === task && row.model === model && row.metric === metric && row.group === 'all',
  );
  return found && rateText(found);
};

describe('conditionsOf', () => {
  it('are the tasks through a condition of a task, in their order', () => {
    expect(conditionsOf(record, 'people').map(({ id }) => id)).toEqual(['people.dim', 'people.fog', 'people.jpeg-20']);
    expect(conditionsOf(record, 'people.dim')).toEqual([]);
  });
});

describe('conditionSections', () => {
  it('says of each condition what it does', () => {
    expect(section?.title).toBe('Made-up people, through conditions');
    expect(section?.tables[0]).toEqual({
      columns: ['condition', 'what it is', 'steps'],
      rows: [
        ['dim', 'Through dim', 'JPEG, quality 20'],
        ['fog', 'Through fog', 'JPEG, quality 20'],
        ['jpeg-20', 'Through jpeg-20', 'JPEG, quality 20'],
      ],
    });
  });

  it('has a table for each figure, a line for each condition, a column for each system', () => {
    const [, missed, ...others] = section?.tables ?? [];
    expect(missed).toEqual({
      columns: ['missed (FNMR), FMR 1e-1 as published', 'good', 'bad'],
      rows: ['dim', 'fog', 'jpeg-20'].map((name) => [
        name,
        cell(`people.${name}`, 'good', 'FNMR'),
        cell(`people.${name}`, 'bad', 'FNMR'),
      ]),
    });
    expect(missed?.rows[0]?.[1]).toMatch(/^[\d.]+% \[[\d.]+, [\d.]+\] \d+ of 72/);
    expect(others.map(({ columns: [name] }) => name)).toEqual([
      'false matches (FMR), target 1e-1',
      'no template (FTE)',
    ]);
  });

  it('says whose pictures go through the condition, and what sets the thresholds', () => {
    const [text = ''] = section?.paragraphs ?? [];
    expect(text).toContain('References are as published, probes go through the condition');
    expect(text).toContain('The thresholds are those that people sets on pictures as published');
    const both = { ...run, record: { ...record, tasks: record.tasks.filter(({ id }) => id !== 'people.dim') } };
    expect(conditionSections(both)[0]?.paragraphs[0]).toContain('Both pictures of a comparison go through');
  });

  it('says what discarding does under each condition that is no sweep', () => {
    expect(sections.slice(1).map(({ title }) => title)).toEqual([
      'Made-up people: when the worst 10% of the pictures are not searched',
    ]);
    for (const { rows } of sections[1]?.tables ?? []) expect(rows.map(([name]) => name)).toEqual(['dim', 'fog']);
  });

  it('of searches says what is missed and who comes first', async () => {
    const [searches] = conditionSections(await seenSearchRun());
    expect(searches?.tables.slice(1).map(({ columns: [name] }) => name)).toContain('mate comes first (TPIR)');
    for (const table of searches?.tables.slice(1) ?? []) expect(table.rows[0]?.[1]).toMatch(/%/);
  });

  it('of plates has the pictures as published beside the condition', () => {
    const plates = seenPlatesRun();
    const [own, ...more] = conditionSections(plates);
    expect(more).toEqual([]);
    expect(own?.paragraphs[0]).toContain('boxes are compared in pixels of the picture as published');
    const right = own?.tables[1];
    expect(right?.columns).toEqual(['read right, strict', 'mixed', 'right']);
    expect(right?.rows.map(([name]) => name)).toEqual(['as published', 'mud']);
    // Through mud "right" reads what "mixed" reads of pictures as published.
    const [published, mud] = right?.rows ?? [];
    expect(mud?.[2]).toBe(published?.[1]);
    expect(mud?.[2]).not.toBe(published?.[2]);
  });

  it('is not there without a condition', () => {
    expect(conditionSections(madeUpRun())).toEqual([]);
  });
});

describe('the other reports', () => {
  const count = (text: string, part: string) => text.split(part).length - 1;

  it('junit has each task through a condition once, with its own figures', () => {
    const junit = junitReport(run);
    for (const { id } of record.tasks) expect(count(junit, `classname="${id}" name="good"`)).toBe(1);
    const dim = junit.slice(junit.indexOf('classname="people.dim" name="good"'));
    const [output = ''] = dim.split('</system-out>');
    expect(count(output, 'missed (FNMR), FMR 1e-1 as published')).toBe(1);
    expect(output).toContain(`missed (FNMR), FMR 1e-1 as published: ${cell('people.dim', 'good', 'FNMR')}`);
    expect(output).not.toContain('FNMR@');
  });

  it('the summary says each condition in one line, and no task through one by itself', () => {
    const lines = summaryLines(run);
    expect(lines.filter((line) => line.startsWith('Made-up people'))).toHaveLength(1);
    expect(lines.filter((line) => /^ {4}dim /.test(line))).toHaveLength(2);
  });

  it('the report has one part of all conditions, and measures no task through one twice', () => {
    const report = markdownReport(run);
    expect(count(report, '## Made-up people, through conditions')).toBe(1);
    expect(report).not.toMatch(/^## Made-up people, Through dim$/m);
  });
});
