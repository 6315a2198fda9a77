import { describe, expect, it } from 'vitest';
import { suspectLines } from '../../src/report/suspect-lines.js';
import { suspectSections } from '../../src/report/suspect-section.js';
import { suspectsOfRun } from '../../src/results/suspects.js';
import { peopleRun } from '../support/people.js';
import { madeUpRun } from '../support/run.js';

describe('suspectLines', () => {
  it('lists scores with the names of both samples, each kind under a heading', () => {
    expect(suspectLines(suspectsOfRun(madeUpRun(), 2))).toEqual([
      'view, made-model: highest non-mated scores',
      '  0.9            s7/1.jpg  s6/1.jpg',
      '  0.295          s39/1.jpg  s38/1.jpg',
      'view, made-model: lowest mated scores',
      '  0.05           s6/1.jpg  s6/2.jpg',
      '  0.6            s0/1.jpg  s0/2.jpg',
      '  at FMR 1e-1: 2 misses of 2 people, half of them of 1',
      '  at FMR 1e-3: 16 misses of 16 people, half of them of 8',
      '',
    ]);
  });

  it('gives a hostile name no line of its own', () => {
    const evil = 'a\u001b[2J\nview, made-model: no suspects\tb';
    const suspect = { a: evil, b: 'b', score: 0.5 };
    const lines = suspectLines([{ task: evil, system: evil, highestNonMated: [suspect], lowestMated: [], misses: [] }]);
    expect(lines).toHaveLength(4);
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
    expect(lines[1]).toBe('  0.5            a [2J view, made-model: no suspects b  b');
  });
});

describe('suspectSections', () => {
  it('lists five of either kind for each system, highest non-mated and lowest mated first', () => {
    const run = peopleRun();
    const [section] = suspectSections(run);
    expect(section?.title).toBe('Made-up people: labels to doubt');
    const rows = section?.tables[0]?.rows ?? [];
    expect(rows.map(([system, kind]) => `${system} ${kind}`)).toEqual(
      ['good', 'bad'].flatMap((system) => [
        ...Array<string>(5).fill(`${system} non-mated`),
        ...Array<string>(5).fill(`${system} mated`),
      ]),
    );
    const scores = rows.map(([, , score]) => Number(score));
    expect(scores.slice(0, 5)).toEqual([...scores.slice(0, 5)].sort((p, q) => q - p));
    expect(scores.slice(5, 10)).toEqual([...scores.slice(5, 10)].sort((p, q) => p - q));
    const [good] = suspectsOfRun(run, 1, ['good']);
    expect(rows[0]?.slice(3)).toEqual([good?.highestNonMated[0]?.a, good?.highestNonMated[0]?.b]);
    expect(section?.paragraphs).toHaveLength(1);
  });

  it('says from which rate on the labels are measured', () => {
    const datasets = peopleRun().record.datasets.map((one) => ({
      ...one,
      labelFloor: { fmr: 1e-5, note: 'Six are wrong.' },
    }));
    const [section] = suspectSections(peopleRun({ datasets }));
    expect(section?.paragraphs[1]).toBe(
      'On this dataset a false-match rate below about 1e-5 measures the labels: Six are wrong.',
    );
  });

  it('is for lists of pairs only', () => {
    const run = peopleRun();
    const tasks = run.record.tasks.map((task) => ({ ...task, protocol: 'co-occurrence' as const }));
    expect(suspectSections({ ...run, record: { ...run.record, tasks } })).toEqual([]);
  });
});
