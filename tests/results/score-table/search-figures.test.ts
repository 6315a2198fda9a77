import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeMatch } from '../../../src/metrics/identification/curves.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { searchDetTable } from '../../../src/results/score-table/curve-table.js';
import { scoreTableFigures } from '../../../src/results/score-table/score-table-figures.js';
import { searchTable } from '../../../src/results/score-table/search-table.js';
import { type Matrix, matrices, searchesOf } from '../../metrics/identification/score-matrix.js';
import { peopleText, searchText, table } from './tables.js';

const find = (rows: readonly MetricRow[], metric: string, at = '', group = 'all') =>
  rows.find((row) => row.metric === metric && row.group === group && row.at === at);

const HEAD = 'a,b,subject_a,subject_b,mated,score,failure';

/** The lines of a matrix, probe by probe. */
function linesOf({ gallery, galleryFailed, probes, rows }: Matrix): string[] {
  return probes.flatMap((subject, s) =>
    gallery.map((owner, column) => {
      const score = rows[s]?.[column];
      const failed = score === undefined || galleryFailed[column];
      return `q${s},g${column},${subject},${owner},${subject === owner ? 1 : 0},${failed ? '' : score},${failed ? 'x' : ''}`;
    }),
  );
}

/** Without a probe that has a score nothing tells that a reference failed. */
const readable = matrices.filter(({ probes, rows }) => probes.length > 0 && rows.some((row) => row !== null));

describe('searchTable', () => {
  it('reads the searches that a matrix of scores gives', () => {
    fc.assert(
      fc.property(readable, (matrix) => {
        const { searches, gallerySamples } = searchTable(table(`${HEAD}\n${linesOf(matrix).join('\n')}\n`));
        expect(gallerySamples).toBe(matrix.gallery.length);
        expect(searches).toEqual(searchesOf(matrix));
      }),
    );
  });

  it.each([
    ['mated,score\n1,1\n', 'Searches need the columns a (the probe), b (the reference), subject_a and subject_b'],
    ['a,b,mated,score\nq,g,1,1\n', 't.csv lacks some'],
    [
      `${HEAD}\nq,g,s,s,1,1,\nr,h,t,t,1,1,\n`,
      't.csv has no comparison of probe "q" with reference "h", and 2 are missing in all.',
    ],
    [`${HEAD}\nq,g,s,s,1,1,\nr,g,t,s,0,1,\nr,h,t,t,1,1,\n`, 'no comparison of probe "q" with reference "h", and 1 are'],
    [
      `${HEAD}\nq,g,s,s,1,1,\nq,h,s,t,0,,late\nr,g,t,s,0,1,\nr,h,t,t,1,1,\n`,
      'The comparison of probe "q" with reference "h" failed, while both have scores elsewhere in t.csv',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => searchTable(table(text))).toThrow(message);
  });
});

describe('scoreTableFigures, 1:N', () => {
  const searches = table(searchText(12));
  const rows = scoreTableFigures(searches, { search: true, at: [0.25] });

  it('says how large the gallery is, and how many searches failed', () => {
    expect(find(rows, 'gallery-size')).toMatchObject({ value: 12, over: 'subjects' });
    expect(find(rows, 'gallery-samples')).toMatchObject({ value: 12, over: 'samples' });
    expect(find(rows, 'failed-mated-searches')).toMatchObject({ errors: 1, trials: 12 });
    expect(find(rows, 'failed-non-mated-searches')).toMatchObject({ errors: 0, trials: 12 });
    expect(rows[0]).toMatchObject({ task: 't.csv', protocol: 'search' });
  });

  it('gives the cumulative match characteristic as far as the gallery goes', () => {
    const { hits, trials } = cumulativeMatch(searchTable(searches).searches, 12);
    const given = rows.filter(
      ({ metric, group, method }) => metric === 'TPIR@rank' && group === 'all' && method === 'wilson',
    );
    expect(given.map(({ at }) => at)).toEqual(['1', '5', '10']);
    for (const { at, errors, trials: of } of given) expect([errors, of]).toEqual([hits[Number(at) - 1], trials]);
  });

  it('counts failures as misses, and leaves them out only in the view that says so', () => {
    const [all, excluded] = ['all', 'failures-excluded'].map((group) => find(rows, 'FNIR@FPIR', '2.5e-1', group));
    expect(all?.trials).toBe(12);
    expect(excluded?.trials).toBe(11);
    expect(all?.errors).toBe((excluded?.errors ?? 0) + 1);
    expect(all?.threshold).toBe(excluded?.threshold);
  });

  it('sets the threshold by the non-mated searches, and counts what a plain loop counts', () => {
    const best = new Map<string, number>();
    for (const { a, subjectA, score = 0 } of searches.comparisons) {
      if (Number(subjectA.slice(1)) >= 12) best.set(a, Math.max(score, best.get(a) ?? Number.NEGATIVE_INFINITY));
    }
    // Of 12 non-mated searches 3 may raise an alarm, so the fourth best candidate is rejected.
    const rejected = [...best.values()].sort((p, q) => q - p)[3] ?? 0;
    const fpir = find(rows, 'FPIR', '2.5e-1');
    expect(fpir).toMatchObject({ errors: 3, trials: 12, calibration: 'self' });
    const threshold = fpir?.threshold ?? Number.NaN;
    expect(threshold).toBeGreaterThan(rejected);
    const nonMated = searches.comparisons.filter(({ subjectA }) => Number(subjectA.slice(1)) >= 12);
    const over = nonMated.filter(({ score = 0 }) => score >= threshold).length;
    expect(find(rows, 'FMR', '2.5e-1')).toMatchObject({ errors: over, trials: 144 });
    expect(find(rows, 'FPIR-predicted', '2.5e-1')?.value).toBeCloseTo(1 - (1 - over / 144) ** 12, 12);
    expect(find(rows, 'selectivity', '2.5e-1')).toMatchObject({ value: over / 12, errors: over, trials: 12 });
  });

  it('predicts FPIR also from the FMR of all pairs, where another table gives it', () => {
    const calibration = table(peopleText(20), 'pairs.csv');
    const own = scoreTableFigures(searches, { search: true, at: [0.25], calibration });
    const threshold = find(own, 'FPIR', '2.5e-1')?.threshold ?? Number.NaN;
    const over = calibration.comparisons.filter(({ mated, score = 0 }) => !mated && score >= threshold).length;
    expect(find(own, 'FMR-all-pairs', '2.5e-1')).toMatchObject({ errors: over, trials: 190 });
    expect(find(own, 'FPIR-predicted-all-pairs', '2.5e-1')?.value).toBeCloseTo(1 - (1 - over / 190) ** 12, 12);
    expect(find(rows, 'FMR-all-pairs', '2.5e-1')).toBeUndefined();
  });

  it('takes the gallery as a sample when told so', () => {
    const own = scoreTableFigures(searches, { search: true, at: [0.25], galleryIsSample: true });
    const [fixed, sampled] = [rows, own].map((some) => find(some, 'FNIR@FPIR', '2.5e-1'));
    expect(sampled).toMatchObject({ value: fixed?.value, method: 'jackknife' });
    const one = table(`${HEAD}\nq,g,s,s,1,1,\nr,g,t,s,0,0,\n`);
    expect(() => scoreTableFigures(one, { search: true, galleryIsSample: true })).toThrow('at least two subjects');
  });

  it('says why nothing can be said where a kind of search is missing', () => {
    const mated = scoreTableFigures(table(`${HEAD}\nq,g,s,s,1,1,\n`), { search: true });
    expect(find(mated, 'FNIR@FPIR', '1e-1')).toMatchObject({
      value: null,
      resolvable: 'no: There are no non-mated searches.',
    });
    const nonMated = scoreTableFigures(table(`${HEAD}\nq,g,s,t,0,1,\n`), { search: true });
    expect(find(nonMated, 'TPIR@rank', '1')).toMatchObject({ value: null, trials: 0 });
    const failed = scoreTableFigures(table(`${HEAD}\nq,g,s,s,1,,x\nr,g,t,s,0,,x\n`), { search: true });
    expect(find(failed, 'TPIR@rank', '1')).toMatchObject({ value: 0, errors: 0, trials: 1 });
    for (const row of [...mated, ...nonMated, ...failed]) expect(JSON.stringify(row)).not.toMatch(/NaN|Infinity/);
  });

  it('takes searches of which none is missed, though without one of the people some would be', () => {
    const scores = [
      ['ann', 0.83, 0.1, 0.21],
      ['bob', 0.17, 0.44, 0.52],
      ['zoe', 0.11, 0.25, 0.49],
      ['yan', 0.02, 0.08, 0.14],
    ] as const;
    const lines = scores.flatMap(([who, ...row]) =>
      row.map(
        (score, g) =>
          `${who}-1,g${g},${who},${['ann', 'bob', 'cid'][g]},${['ann', 'bob'][g] === who ? 1 : 0},${score},`,
      ),
    );
    const own = scoreTableFigures(table(`${HEAD}\n${lines.join('\n')}\n`), { search: true, at: [0.5] });
    expect(find(own, 'FNIR@FPIR', '5e-1')).toMatchObject({ errors: 0, trials: 2 });
  });

  it('does not depend on the order of the lines', () => {
    const counts = (some: readonly MetricRow[]) =>
      some.map(({ metric, at, group, value, errors, trials, threshold }) => [
        metric,
        at,
        group,
        value,
        errors,
        trials,
        threshold,
      ]);
    const lines = searchText(4).trimEnd().split('\n').slice(1);
    const plain = counts(
      scoreTableFigures(table(`${HEAD}\n${lines.join('\n')}\n`), { search: true, at: [0.5], replicates: 50 }),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
        const text = `${HEAD}\n${shuffled.join('\n')}\n`;
        expect(counts(scoreTableFigures(table(text), { search: true, at: [0.5], replicates: 50 }))).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });
});

it('writes every operating point of searches', () => {
  const text = `${HEAD}\nq,g,s,s,1,0.5,\nr,g,t,s,0,0.25,\n`;
  expect(searchDetTable(table(text))).toBe(
    'threshold,falseAlarms,misses,fpir,fnir\n0.25,1,0,1,0\n0.25000003,0,0,0,0\n0.50000006,0,1,0,1\n',
  );
});
