import { beforeAll, describe, expect, it } from 'vitest';
import { plateSections } from '../../../src/report/plates/plate-sections.js';
import { expertSections, headlineSections, provenanceSection } from '../../../src/report/sections.js';
import { summaryLines } from '../../../src/report/summary.js';
import { platesRun } from '../../support/plates-run.js';
import type { MadeUpRun } from '../../support/run.js';

let run: MadeUpRun;
beforeAll(() => {
  run = platesRun();
});

describe('the summary of plates', () => {
  it('gives every figure its rule, denominator and interval, within 80 columns', () => {
    const lines = summaryLines(run);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    const text = lines.join('\n');
    expect(text).toMatch(/found \(recall\), IoU 0.5 +83.3% \[57.6, 94.8\] 15 of 18/);
    expect(text).toMatch(/read right, strict +50% \[26, 74\] 9 of 18/);
    expect(text).toMatch(/read right, O=0, I=1 +55.6% \[30.6, 78\] 10 of 18/);
    expect(text).toMatch(/read right at the label, strict +66.7% \[40.6, 85.4\] 12 of 18/);
    expect(text).toMatch(/characters wrong \(CER\), strict +31.5% \[.*\] over 127 characters/);
    expect(text).toMatch(/picture not searched \(FTA\) +5.26% \[.*\] 1 of 19/);
    expect(text.match(/not searched/g)).toHaveLength(1);
  });
});

describe('a run on drawn plates', () => {
  it('says so in the summary and in the report, and one on photographs does not', () => {
    const drawn = platesRun((record) => ({
      ...record,
      datasets: record.datasets.map((dataset) => ({ ...dataset, drawn: true as const })),
    }));
    const texts = [run, drawn].map((one) => [
      summaryLines(one).join(' '),
      JSON.stringify([...headlineSections(one), ...expertSections(one)]),
    ]);
    expect(texts.map(([summary]) => summary?.includes('(drawn, not photographed)'))).toEqual([false, true]);
    expect(texts.map(([, report]) => report?.includes('drawn by a generator, not photographed'))).toEqual([
      false,
      true,
    ]);
  });
});

describe('plateSections', () => {
  it('says where the errors come from, in columns that add up', () => {
    const [sources] = plateSections(run);
    expect(sources?.title).toBe('Where the errors come from: Made-up plates');
    expect(sources?.tables.map(({ columns }) => columns)).toEqual([
      ['text rule strict', 'mixed', 'right'],
      ['text rule O=0, I=1', 'mixed', 'right'],
      ['wrong, of all texts given out, strict', 'mixed', 'right'],
      ['wrong, of all texts given out, O=0, I=1', 'mixed', 'right'],
    ]);
    expect(sources?.tables[2]?.rows.map(([name, mixed]) => [name, mixed?.split('] ')[1]])).toEqual([
      ['misread', '5 of 16'],
      ['second text of a plate', '1 of 16'],
      ['no plate', '1 of 16'],
    ]);
    for (const { rows } of sources?.tables.slice(0, 2) ?? []) {
      const counts = rows.map(([, mixed = '']) => Number(/(\d+) of 18/.exec(mixed)?.[1]));
      expect(counts.reduce((sum, own) => sum + own, 0)).toBe(18);
    }
  });

  it('has a line a group, the confusions by how often they happen, and what the confidence is worth', () => {
    const sections = plateSections(run);
    expect(sections.map(({ title }) => title)).toEqual([
      'Where the errors come from: Made-up plates',
      'By light: Made-up plates',
      'Characters taken for others: Made-up plates',
      'What the confidence is worth: Made-up plates',
    ]);
    const [, groups, characters, confidence] = sections;
    expect(groups?.tables[0]?.rows.map(([name]) => name)).toEqual(['day', 'night']);
    expect(groups?.tables[0]?.rows[0]?.[2]).toBe('80% [42.7, 95.5] 8 of 10');
    expect(characters?.tables[0]?.rows.map(([name]) => name)).toContain('O → 0');
    expect(confidence?.tables[0]?.rows[0]?.[0]).toBe('100%, strict');
  });

  it('leaves those rows out of the table of all figures, and tells the rules in words', () => {
    const sections = [...headlineSections(run), ...expertSections(run)];
    const all = sections.find(({ title }) => title.startsWith('All figures'));
    const names = all?.tables[0]?.rows.map(([, metric]) => metric) ?? [];
    expect(names).toContain('plate-CER-macro at strict');
    expect(names.filter((name) => name?.startsWith('plate-confusion'))).toEqual([]);
    expect(sections[0]?.paragraphs[0]).toContain('18 plates of 17 vehicles in 19 pictures');
    expect(provenanceSection(run).tables[1]?.rows[0]?.[1]).toBe(
      'plate reader made-reader, 8% of its width and 20% of its height around a plate, 0% of its width and 10% of its height around a label',
    );
  });
});
