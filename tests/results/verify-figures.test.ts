import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../../src/results/metric-row.js';
import type { ReadRun } from '../../src/results/read-run.js';
import { figureName, wrongFigures } from '../../src/results/verify-figures.js';
import { GROUPED, peopleRun } from '../support/people.js';

const run = peopleRun(GROUPED);
const files = new Map([...run.files].filter(([path]) => path !== 'run.json'));

/** What checking says of the run when one of its rows was changed. */
function changed(which: (row: MetricRow) => boolean, change: (row: MetricRow) => MetricRow): string[] {
  const at = run.rows.findIndex(which);
  if (at < 0) throw new Error('no such row');
  const rows = run.rows.map((row, index) => (index === at ? change(row) : row));
  return wrongFigures({ ...run, rows, files, altered: [] } as ReadRun);
}

describe('figureName', () => {
  it('is different for every row of a run', () => {
    const names = run.rows.map(figureName);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

describe('wrongFigures', () => {
  it('finds nothing in an honest run', () => {
    expect(wrongFigures({ ...run, files, altered: [] } as ReadRun)).toEqual([]);
  });

  it('names a changed rate over comparisons, though another is averaged over subjects', () => {
    const isRate =
      (over: string) =>
      ({ model, group, metric, over: of, method }: MetricRow) =>
        model === 'bad' && group === 'all' && metric === 'FNMR@FMR' && method === 'subject-bootstrap' && of === over;
    const lower = (row: MetricRow) => ({ ...row, value: 0.01 });
    expect(changed(isRate('comparisons'), lower)).toEqual([
      expect.stringMatching(/^people \/ bad \/ all \/ FNMR@FMR at 1e-1 \/ subject-bootstrap: stored 0\.01 \(23 of 72/),
    ]);
    expect(changed(isRate('subjects'), lower)).toEqual([
      expect.stringMatching(
        /^people \/ bad \/ all \/ FNMR@FMR at 1e-1, averaged over subjects \/ subject-bootstrap: stored 0\.01 \(null of 24/,
      ),
    ]);
  });

  it.each([
    ['what the trials are', { over: 'searches' }],
    ['what set the threshold', { calibration: 'elsewhere' }],
    ['whether it is resolved', { resolvable: 'no: made up' }],
    ['its subjects', { subjects: 1000 }],
  ] satisfies [string, Partial<MetricRow>][])('sees a changed row: %s', (_, change) => {
    const found = changed(
      ({ group, metric }) => group === 'gender: female' && metric === 'FMR',
      (row) => ({ ...row, ...change }),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('people / good / gender: female / FMR at 1e-1 / adjusted-wilson');
  });

  it('sees a changed share, reference and p-value', () => {
    for (const metric of ['false-match-share-worst-10%', 'goats-spread-p', 'FNMR-max/min-if-equal', 'FNMR-gini']) {
      const found = changed(
        (row) => row.metric === metric && row.value !== null,
        (row) => ({ ...row, value: 0.5 }),
      );
      expect([metric, found.length]).toEqual([metric, 1]);
    }
  });

  it('misses a row that was taken out, and wonders at one that was put in', () => {
    const [first, ...rest] = run.rows;
    expect(wrongFigures({ ...run, rows: rest, files, altered: [] } as ReadRun)).toEqual([
      `${first && figureName(first)}: missing from metrics.json`,
    ]);
    const more = [...run.rows, { ...(first as MetricRow), metric: 'made-up' }];
    expect(wrongFigures({ ...run, rows: more, files, altered: [] } as ReadRun)).toEqual([
      expect.stringContaining('made-up at 1e-1 / subject-bootstrap: does not follow from the scores'),
    ]);
    const twice = [...run.rows, first as MetricRow];
    expect(wrongFigures({ ...run, rows: twice, files, altered: [] } as ReadRun)).toEqual([
      `${first && figureName(first)}: stands twice in metrics.json`,
    ]);
  });
});
