import { beforeAll, describe, expect, it } from 'vitest';
import { scorePairs } from '../../../src/comparison/pair-scores.js';
import type { SearchLists } from '../../../src/results/search/search-lists.js';
import { wrongFigures } from '../../../src/results/verify-figures.js';
import {
  madeUpDataset,
  peopleSamples,
  SAMPLES_OF,
  tiedTemplatesOf,
  unitTemplatesOf,
} from '../../support/made-up-dataset.js';
import { measuredSearch, type SearchParts, searchTask } from '../../support/measured-search.js';
import { asRead } from '../../support/run.js';
import {
  type CandidateScore,
  type NaiveSearch,
  naiveAlarms,
  naiveSearches,
  naiveThreshold,
  rankOf,
  scoreOf,
} from './naive-search.js';

const ours = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF, ...SAMPLES_OF]);
const theirs = peopleSamples(SAMPLES_OF, 'q');
const dataset = madeUpDataset('made-up', ours);
const others = madeUpDataset('others', theirs);
const AT = ['3e-1', '1e-1', '1e-3'];
/** Whoever fails, a probe or enrolled: one of two pictures, all pictures of a person, some of others. */
const FAILING = ['p02/1.jpg', 'p05/1.jpg', 'p05/2.jpg', 'p12/3.jpg', 'p20/1.jpg', 'p28/4.jpg', 'others:q04/1.jpg'];

const everybody = [...ours, ...theirs.map((one) => ({ ...one, id: `others:${one.id}` }))];
const MODEL = unitTemplatesOf(everybody);
const TIED = tiedTemplatesOf(everybody);
const SIZES = [4, 9];

const TASKS: Readonly<Record<string, object>> = {
  'one sample each': { gallery: { subjects: SIZES } },
  'two samples each, the best of them, few probes': {
    gallery: { subjects: [9, 4], samplesPerSubject: 2 },
    probes: { perSubject: 1 },
  },
  'two samples each, their mean': { gallery: { subjects: SIZES, samplesPerSubject: 2, consolidate: 'mean' } },
  'a search for each person': { gallery: { subjects: SIZES }, probes: { per: 'subject' } },
  'a search for each view of a person': { gallery: { subjects: SIZES }, probes: { per: 'view' } },
  'other people who are enrolled too': { gallery: { subjects: SIZES, distractors: 'theirs' } },
  'other people who pass by': { gallery: { subjects: SIZES }, probes: { passersBy: 'theirs' }, seed: 11 },
};

/** Divided by its length, as templates are whose directions are compared. */
function unit(template: ArrayLike<number>): Float32Array {
  const length = Math.sqrt(Array.from(template).reduce((square, value) => square + value ** 2, 0));
  return Float32Array.from(template, (value) => value / length);
}

/** How candidates are scored, to the bit: their samples one by one, or the mean of the unit templates of each. */
async function candidateScores(
  templates: typeof MODEL,
  consolidate: string,
  { samples }: SearchLists,
): Promise<CandidateScore> {
  const template = (id: string) => templates.get(id) ?? new Float32Array();
  const has = ({ sample }: { sample: string }) => !FAILING.includes(sample);
  const enrolled = new Map<string, Float32Array>();
  for (const { sample, subject } of samples.filter(has)) {
    if (consolidate !== 'mean') enrolled.set(sample, template(sample));
    // Every list enrols the same samples of a subject.
    const own = samples.filter((one) => one.subject === subject && one.roles.includes('gallery') && has(one));
    const units = own.map((one) => unit(template(one.sample)));
    const sum = Float64Array.from(template(sample), (_, k) => units.reduce((all, one) => all + (one[k] ?? 0), 0));
    if (consolidate === 'mean') enrolled.set(own.map((one) => one.sample).join(), unit(sum));
  }
  const keys = samples.filter(has).flatMap(({ sample }) => [...enrolled.keys()].map((key) => [sample, key] as const));
  const scores = await scorePairs(
    keys.map(([probe, key]) => ({
      probe: consolidate === 'mean' ? unit(template(probe)) : template(probe),
      reference: enrolled.get(key) ?? new Float32Array(),
    })),
  );
  const scoreOfKey = new Map(keys.map((key, k) => [key.join(' / '), scores[k] ?? Number.NaN]));
  const score = (probe: string, key: string) => scoreOfKey.get(`${probe} / ${key}`) ?? Number.NaN;
  return (probes, own) =>
    Math.max(
      ...probes.flatMap((probe) => (consolidate === 'mean' ? [own.join()] : own).map((key) => score(probe, key))),
    );
}

const measure = (search: object, templates: typeof MODEL, parts: Partial<SearchParts> = {}) =>
  measuredSearch(searchTask({ search, at: AT }), {
    dataset,
    templates,
    failing: FAILING,
    needs: { openOther: async (key) => ({ key, dataset: others }) },
    ...parts,
  });

describe.each(Object.entries(TASKS))('%s', (title, search) => {
  describe.each([
    ['templates of a model', MODEL],
    ['templates with many equal scores', TIED],
  ])('%s', (_, templates) => {
    let found: Awaited<ReturnType<typeof measure>>;
    let lists: NaiveSearch[][];
    beforeAll(async () => {
      found = await measure(search, templates);
      const listed = found.tables.lists ?? { names: [], samples: [] };
      const score = await candidateScores(templates, found.task.search?.consolidate ?? '', listed);
      const has = (id: string) => !FAILING.includes(id);
      lists = SIZES.map((__, l) => naiveSearches(listed, l, has, score));
    });
    const tables = () => found.tables.systems.get('model')?.searches?.lists ?? [];
    const rowOf = (group: string, metric: string, at: string) =>
      found.run.rows.find((row) => row.group === group && row.metric === metric && row.at === at) ??
      expect.fail(`no ${metric} at ${at} of ${group}`);

    it('finds what a double loop finds: ranks, scores and false alarms', () => {
      const lowest = (own: readonly NaiveSearch[]) => {
        const answered = own.filter(({ scores }) => scores);
        return AT.flatMap((target) => [own, answered].flatMap((view) => naiveThreshold(view, Number(target)) ?? []));
      };
      for (const [l, own] of lists.entries()) {
        const { rank, score, alarms } = tables()[l] ?? expect.fail();
        expect([...score]).toEqual(own.map(scoreOf));
        expect([...rank]).toEqual(own.map(rankOf));
        expect(own.some(({ scores }) => scores === null)).toBe(true);
        const from = Math.min(...lowest(own), ...lowest(lists[0] ?? []));
        const subjects = [
          ...new Set(found.tables.lists?.samples.flatMap((one) => (one.roles[l] === 'gallery' ? [one.subject] : []))),
        ];
        const listed = Array.from(alarms.search, (s, k) => [s, subjects[alarms.candidate[k] ?? -1], alarms.score[k]]);
        expect(listed).toEqual(naiveAlarms(own, from));
      }
    });

    it('has the rates that counting by hand gives, failures counted and excluded', () => {
      for (const [l, size] of SIZES.entries()) {
        const whole = lists[l] ?? [];
        const enrolled = (found.tables.lists?.samples ?? []).filter(({ roles }) => roles[l] === 'gallery');
        const candidates = new Set(enrolled.map(({ subject }) => subject)).size;
        expect(candidates).toBe(title.includes('enrolled too') ? size + theirs.length : size);
        const views = [
          [`list of ${size}`, whole],
          [`list of ${size}, failures-excluded`, whole.filter(({ scores }) => scores)],
        ] as const;
        for (const [group, own] of views) {
          const [mated, strangers] = [own.filter((one) => one.mated), own.filter((one) => !one.mated)];
          for (const rank of [1, 5].filter((one) => one <= size)) {
            const hits = mated.filter((one) => one.scores && rankOf(one) <= rank).length;
            expect(rowOf(group, 'TPIR@rank', String(rank))).toMatchObject({ errors: hits, trials: mated.length });
          }
          for (const at of AT) {
            const { threshold } = rowOf(group, 'FNIR@FPIR', at);
            expect(threshold).toBe(naiveThreshold(own, Number(at)) ?? null);
            if (threshold === null) continue;
            const missed = (rank: number) =>
              mated.filter((one) => !(one.scores && scoreOf(one) >= threshold && rankOf(one) <= rank)).length;
            const alarms = naiveAlarms(own, threshold);
            const falseAlarms = new Set(alarms.map(([s]) => s)).size;
            expect(rowOf(group, 'FNIR@FPIR', at)).toMatchObject({ errors: missed(99), trials: mated.length });
            expect(rowOf(group, 'FNIR@FPIR-rank-1', at)).toMatchObject({ errors: missed(1), trials: mated.length });
            expect(rowOf(group, 'FPIR', at)).toMatchObject({ errors: falseAlarms, trials: strangers.length });
            expect(rowOf(group, 'selectivity', at)).toMatchObject({ errors: alarms.length, trials: strangers.length });
            expect(rowOf(group, 'FMR', at)).toMatchObject({
              errors: alarms.length,
              trials: strangers.length * candidates,
            });
          }
        }
      }
    });

    it('says what a larger list raises at the threshold of the smallest', () => {
      const [small = [], large = []] = lists;
      for (const at of AT) {
        const threshold = naiveThreshold(small, Number(at)) ?? expect.fail('no threshold');
        const row = rowOf('list of 9, at the threshold of the list of 4', 'FPIR', at);
        expect(row).toMatchObject({ threshold, calibration: 'list of 4' });
        const alarms = naiveAlarms(large, row.threshold ?? Number.NaN);
        const strangers = large.filter(({ mated }) => !mated).length;
        expect([row.errors, row.trials]).toEqual([new Set(alarms.map(([s]) => s)).size, strangers]);
        expect(rowOf(row.group, 'selectivity', at).errors).toBe(alarms.length);
      }
    });

    it('gives a run that verifies', () => {
      expect(wrongFigures(asRead(found.run))).toEqual([]);
    });
  });
});
