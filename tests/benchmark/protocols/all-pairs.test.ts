import { describe, expect, it } from 'vitest';
import { measureTask } from '../../../src/benchmark/measure-task.js';
import { prepareAllPairs } from '../../../src/benchmark/protocols/all-pairs.js';
import { preparePairs } from '../../../src/benchmark/protocols/pairs.js';
import { scorePairs } from '../../../src/comparison/pair-scores.js';
import { allPairsRows } from '../../../src/results/all-pairs/all-pairs-rows.js';
import { contradictions } from '../../../src/results/consistency.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { runRows } from '../../../src/results/run-rows.js';
import type { SystemTables, TaskTables } from '../../../src/results/run-tables.js';
import {
  extractionsOf,
  madeUpDataset,
  peopleSamples,
  tiedTemplatesOf,
  unitTemplatesOf,
} from '../../support/made-up-dataset.js';
import { signed } from '../../support/run.js';

const samples = peopleSamples();
const dataset = madeUpDataset('made-up', samples);
/** One of two pictures of a person, all pictures of another, and one of four. */
const FAILING = ['p02/1.jpg', 'p05/1.jpg', 'p05/2.jpg', 'p12/3.jpg'];
const AT = ['2e-1', '5e-2', '1e-2', '1e-3'];
const GROUPS = [['gender']];

const everyPair = samples.flatMap((one, k) =>
  samples.slice(k + 1).map((other) => ({ a: one.id, b: other.id, mated: one.subject === other.subject })),
);

interface Measured {
  readonly own: SystemTables;
  readonly rows: MetricRow[];
  readonly problems: string[];
}

async function measure(
  protocol: 'all-pairs' | 'pairs',
  templates: ReadonlyMap<string, Float32Array>,
  { failing = FAILING, groups = GROUPS, at = AT, workers = 1 } = {},
): Promise<Measured> {
  const prepared =
    protocol === 'all-pairs'
      ? prepareAllPairs(dataset, { at, groups })
      : preparePairs(dataset, everyPair, { pairs: 'made-up/all' }, { groups });
  const own = await measureTask(prepared, extractionsOf(prepared.samples, templates, failing), { workers });
  const task = signed({ id: 't', title: 'T', protocol, dataset: 'made-up', at, level: 0.95, ...prepared.record });
  const tables = new Map<string, TaskTables>([['t', { ...prepared.tables, systems: new Map([['model', own]]) }]]);
  return {
    own,
    rows: runRows({ tasks: [task], datasets: [], seed: 3 }, tables),
    problems: tableProblems(task, tables),
  };
}

function tableProblems(task: ReturnType<typeof signed>, tables: Parameters<typeof contradictions>[1]): string[] {
  const record = {
    tasks: [task],
    systems: [{ name: 'model' }],
    datasets: [{ name: 'made-up', digest: dataset.digest }],
  };
  return contradictions(record as unknown as Parameters<typeof contradictions>[0], tables);
}

/** Sums of rates come out alike but for their last bits. */
const closely = (end: number | null) => (end === null ? null : Number(end.toFixed(12)));

/**
 * What a row says, but for the protocol. Where few false matches set a threshold, a mean over subjects may be as high as
 * one above all non-mated scores, which a list takes over comparisons instead.
 */
function figure({ protocol: _, low, high, ...row }: MetricRow) {
  const apart = row.over === 'subjects' && row.resolvable.startsWith('no: fewer than five false matches');
  return { ...row, low: closely(low), high: apart ? 'another' : closely(high) };
}

const AT_THRESHOLDS = ['FNMR@FMR', 'FMR', 'FNMR', 'FTE'];
const rates = (rows: readonly MetricRow[]) => rows.filter(({ metric }) => AT_THRESHOLDS.includes(metric)).map(figure);

describe.each([
  ['templates of a model', unitTemplatesOf(samples)],
  ['templates with many equal scores', tiedTemplatesOf(samples)],
])('%s', (_, templates) => {
  it.each([['failures', FAILING] as const, ['no failure', []] as const])(
    'give the figures that the list of all pairs gives, with %s, in both views and by groups',
    async (__, failing) => {
      const [all, listed] = await Promise.all([
        measure('all-pairs', templates, { failing: [...failing] }),
        measure('pairs', templates, { failing: [...failing] }),
      ]);
      const [found, expected] = [rates(all.rows), rates(listed.rows)];
      const name = ({ group, metric, at, over, method }: (typeof found)[number]) =>
        [group, metric, at, over, method].join(' / ');
      const byName = (list: typeof found) => Object.fromEntries(list.map((row) => [name(row), row]));
      expect(found.length).toBe(Object.keys(byName(found)).length);
      expect(byName(found)).toEqual(byName(expected));
      const groups = new Set(found.map(({ group }) => group));
      expect([...groups].sort()).toEqual([
        'all',
        'failures-excluded',
        'gender: female',
        'gender: female / male',
        'gender: male',
      ]);
      expect([all.problems, listed.problems]).toEqual([[], []]);
    },
  );

  it('give the scores that a list of pairs gives, to the bit, and count everyone', async () => {
    const { own } = await measure('all-pairs', templates);
    const { allPairs: tables, samples: outcomes } = own;
    if (!tables) throw new Error('there are no tables of all pairs');
    const template = (id: string) => templates.get(id) ?? new Float32Array();
    const scoreOf = new Map<string, number>();
    const scored = everyPair.filter(({ a, b }) => ![a, b].some((id) => FAILING.includes(id)));
    const scores = await scorePairs(scored.map(({ a, b }) => ({ probe: template(a), reference: template(b) })));
    for (const [k, { a, b }] of scored.entries()) scoreOf.set(`${a} ${b}`, scores[k] ?? 0);
    expect([...tables.mated]).toEqual(
      scored.flatMap(({ mated, a, b }) => (mated ? [scoreOf.get(`${a} ${b}`) ?? 0] : [])),
    );
    const id = (place: number | undefined) => outcomes[place ?? -1]?.sample;
    const tail = Array.from(tables.tail.scores, (score, k) => ({
      pair: `${id(tables.tail.first[k])} ${id(tables.tail.second[k])}`,
      score,
    }));
    const strangers = scored.filter(({ mated }) => !mated).map(({ a, b }) => `${a} ${b}`);
    const score = (pair: string) => scoreOf.get(pair) ?? Number.NaN;
    // So few comparisons are all kept.
    const highest = [...strangers].sort((p, q) => score(q) - score(p));
    expect(tail).toEqual(highest.map((pair) => ({ pair, score: score(pair) })));
    const { thresholds, countsFrom } = tables.nonMated;
    for (const [k, threshold] of thresholds.entries()) {
      expect(countsFrom[k]).toBe(strangers.filter((pair) => score(pair) >= threshold).length);
    }
  });
});

it('says whom it compares, and that failures stay among the samples', async () => {
  const { tables, record, samples: wanted } = prepareAllPairs(dataset, { at: AT });
  expect(record).toEqual({ comparisons: (samples.length * (samples.length - 1)) / 2 });
  expect(tables.samples).toEqual(samples.map(({ id, subject }) => ({ sample: id, subject })));
  expect(wanted.map(({ id }) => id)).toEqual(samples.map(({ id }) => id));
  const { own } = await measure('all-pairs', unitTemplatesOf(samples));
  expect(own.samples.filter(({ failure }) => failure === 'no-face').map(({ sample }) => sample)).toEqual(FAILING);
});

it('gives the same tables for one worker thread and two', async () => {
  // So many that threads are worth their start.
  const many = peopleSamples(Array.from({ length: 1200 }, () => 4));
  const templates = unitTemplatesOf(many, { dimensions: 512 });
  const prepared = prepareAllPairs(madeUpDataset('many', many), { at: ['1e-3'], groups: [['gender']] });
  const extractions = extractionsOf(prepared.samples, templates, ['p0001/1.jpg', 'p01/1.jpg']);
  const [one, two] = [1, 2].map((workers) => prepared.measure(extractions, { workers }));
  expect(await two).toEqual(await one);
});

it('counts what failed where nobody, or one person only, has a template', async () => {
  const templates = unitTemplatesOf(samples);
  const ids = samples.map(({ id }) => id);
  for (const left of [[], ['p03/1.jpg'], ['p03/1.jpg', 'p03/2.jpg']]) {
    const failing = ids.filter((id) => !left.includes(id));
    const [all, listed] = await Promise.all([
      measure('all-pairs', templates, { failing }),
      measure('pairs', templates, { failing }),
    ]);
    expect(all.problems).toEqual([]);
    // A list has no mean over subjects where there is no threshold.
    const brief = (rows: readonly MetricRow[]) =>
      rates(rows.filter(({ group, over, value }) => !group.includes(':') && !(over === 'subjects' && value === null)));
    expect(brief(all.rows)).toEqual(brief(listed.rows));
  }
});

it.each([
  [peopleSamples([3]), 'Comparing all pairs needs pictures of two subjects or more, and made-up has 1'],
  [[...peopleSamples([1, 1]), { id: 'x.jpg', attributes: {} }], 'x.jpg'],
])('refuses what cannot be compared: case %#', (list, message) => {
  expect(() => prepareAllPairs(madeUpDataset('made-up', list), { at: AT })).toThrow(message);
});

it('refuses groups that the dataset does not have', () => {
  expect(() => prepareAllPairs(dataset, { at: AT, groups: [['genders']] })).toThrow('did you mean "gender"?');
});

it('has no rows without tables', () => {
  const place = { task: 't', model: 'm', dataset: 'd', protocol: 'all-pairs' };
  expect(allPairsRows({ at: AT, level: 0.95 }, { comparisons: [], samples: [] }, place, 1)).toEqual([]);
});
