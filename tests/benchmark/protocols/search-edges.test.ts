import { expect, it } from 'vitest';
import { prepareSearch } from '../../../src/benchmark/protocols/search.js';
import { wrongFigures } from '../../../src/results/verify-figures.js';
import {
  extractionsOf,
  madeUpDataset,
  peopleSamples,
  SAMPLES_OF,
  unitTemplatesOf,
} from '../../support/made-up-dataset.js';
import { measuredSearch, type SearchParts, searchTask, unwanted } from '../../support/measured-search.js';
import { asRead } from '../../support/run.js';

const ours = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF, ...SAMPLES_OF]);
const theirs = peopleSamples(SAMPLES_OF, 'q');
const dataset = madeUpDataset('made-up', ours);
const others = madeUpDataset('others', theirs);
const MODEL = unitTemplatesOf([...ours, ...theirs.map((one) => ({ ...one, id: `others:${one.id}` }))]);
const SIZES = [4, 9];

const measure = (search: object, { at = ['3e-1', '1e-1'], ...parts }: Partial<SearchParts> & { at?: string[] } = {}) =>
  measuredSearch(searchTask({ search, at }), {
    dataset,
    templates: MODEL,
    needs: { openOther: async (key) => ({ key, dataset: others }) },
    ...parts,
  });

/** The samples of a list, those of strangers, and those of one stranger with four pictures. */
async function partsOf(search: object) {
  const { tables } = await measure(search);
  const listed = tables.lists?.samples ?? [];
  const enrolled = listed.filter(({ roles }) => roles.includes('gallery'));
  const onList = new Set(enrolled.map(({ subject }) => subject));
  const strangers = listed.filter(({ subject }) => !onList.has(subject));
  const four = strangers.find(({ subject }) => strangers.filter((one) => one.subject === subject).length === 4);
  return { enrolled, strangers, one: strangers.filter(({ subject }) => subject === four?.subject) };
}

it('gives the same tables for one worker thread and two', async () => {
  // So many that threads are worth their start.
  const many = peopleSamples(Array.from({ length: 3400 }, () => 2));
  const templates = unitTemplatesOf(many, { dimensions: 512 });
  const task = searchTask({ search: { gallery: { subjects: 3200 } }, at: ['1e-1'] });
  const needs = { seed: 3, readSplits: unwanted, openOther: unwanted };
  const prepared = await prepareSearch(madeUpDataset('many', many), task, needs);
  const extractions = extractionsOf(prepared.samples, templates, ['p01/1.jpg', 'p77/2.jpg']);
  const [one, two] = [1, 2].map((workers) => prepared.measure(extractions, { workers }));
  expect(await two).toEqual(await one);
});

it('keeps every false alarm of a search that has more than are looked at at first', async () => {
  const search = { gallery: { subjects: 30 } };
  const { enrolled, one } = await partsOf(search);
  const templates = new Map(MODEL);
  const alike = MODEL.get(enrolled[0]?.sample ?? '') ?? new Float32Array();
  for (const { sample } of [...enrolled, ...one]) templates.set(sample, alike);
  const { run, tables } = await measure(search, { templates });
  const { alarms } = tables.systems.get('model')?.searches?.lists[0] ?? expect.fail();
  const counts = new Map<number, number>();
  for (const s of alarms.search) counts.set(s, (counts.get(s) ?? 0) + 1);
  expect(one.length).toBe(4);
  expect([...counts.values()].filter((count) => count === 30).length).toBeGreaterThanOrEqual(4);
  expect(wrongFigures(asRead(run))).toEqual([]);
});

it('marks a target whose false alarms are of few people, and one below a single alarm', async () => {
  const search = { gallery: { subjects: 9 } };
  const { enrolled, strangers, one } = await partsOf(search);
  // One stranger is like somebody on the list, in all of four pictures: the best scores are of one person.
  const templates = new Map(MODEL);
  for (const { sample } of one) templates.set(sample, MODEL.get(enrolled[0]?.sample ?? '') ?? new Float32Array());
  const few = (4 / strangers.length + 1e-3).toExponential(3);
  const { run } = await measure(search, { at: [few, '3e-1', '1e-3'], templates });
  const row = (metric: string, at: string) =>
    run.rows.find((found) => found.metric === metric && found.group === 'list of 9' && found.at === at);
  expect(row('FPIR', few)).toMatchObject({ errors: 4, trials: strangers.length });
  expect([few, '3e-1', '1e-3'].map((at) => row('FNIR@FPIR', at)?.resolvable)).toEqual([
    expect.stringMatching(/^no: the false alarms of fewer than five people set the threshold; FPIR up to \S+% is not/),
    'yes',
    expect.stringMatching(/^no: the target is below one false alarm of all searches; FPIR up to/),
  ]);
});

it('finds nobody where no picture has a template, and still counts everybody', async () => {
  for (const left of [[], ['p03/1.jpg']]) {
    const failing = ours.map(({ id }) => id).filter((id) => !left.includes(id));
    const { run } = await measure({ gallery: { subjects: SIZES } }, { failing });
    const row = (metric: string) => run.rows.find((one) => one.metric === metric && one.group === 'list of 4');
    expect(row('TPIR@rank')).toMatchObject({ errors: 0, value: 0 });
    expect(row('FNIR@FPIR')).toMatchObject({ value: null, threshold: null });
    expect(wrongFigures(asRead(run))).toEqual([]);
  }
});

it('takes the threshold of the smallest list from searches with their failures, or none', async () => {
  // Half of the strangers fail: at so high a target no score is rejected, unless failures are left out.
  const search = { gallery: { subjects: SIZES } };
  const { strangers } = await partsOf(search);
  const failing = strangers.filter((_, k) => k % 2 === 0).map(({ sample }) => sample);
  const { run } = await measure(search, { at: ['6e-1'], failing });
  const thresholds = (group: string) =>
    run.rows.filter((row) => row.metric === 'FNIR@FPIR' && row.group === group).map(({ threshold }) => threshold);
  expect(thresholds('list of 4')[0]).toBeNull();
  expect(thresholds('list of 4, failures-excluded')[0]).not.toBeNull();
  expect(run.rows.filter(({ group }) => group.includes('at the threshold of'))).toEqual([]);
});

it('extracts each listed picture once, and names where passers-by come from', async () => {
  const { prepared, task } = await measure({ gallery: { subjects: SIZES }, probes: { passersBy: 'theirs' } });
  expect(new Set(prepared.samples.map(({ id }) => id)).size).toBe(prepared.samples.length);
  expect(prepared.others).toEqual([{ key: 'theirs', dataset: others }]);
  expect(task.search).toEqual({
    lists: 'drawn from the subjects with seed 3: lists of 4, 9 subjects with 1 samples each',
    kind: 'sizes',
    consolidate: 'best',
    per: 'sample',
    passersBy: { dataset: 'others', digest: others.digest },
  });
  const probes = prepared.tables.lists?.samples.filter(({ sample }) => sample.startsWith('others:')) ?? [];
  expect(probes.map(({ sample }) => sample)).toEqual(theirs.map(({ id }) => `others:${id}`));
  expect(extractionsOf(prepared.samples, MODEL).every(({ state }) => state === 'ok')).toBe(true);
});
