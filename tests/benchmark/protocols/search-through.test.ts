import { describe, expect, it } from 'vitest';
import type { SeeThrough } from '../../../src/benchmark/conditions/see-through.js';
import { prepareSearch } from '../../../src/benchmark/protocols/search.js';
import { toExtract } from '../../../src/benchmark/protocols/to-extract.js';
import { extractionsOf, madeUpDataset, peopleSamples, unitTemplatesOf } from '../../support/made-up-dataset.js';
import { searchTask, unwanted } from '../../support/measured-search.js';

const people = peopleSamples().map((one) => ({ ...one, path: `/x/${one.id}`, sha256: one.id.padEnd(64, '0') }));
const dataset = madeUpDataset('made-up', people);
const CONDITION = { steps: [{ step: 'jpeg', quality: 20 }], seed: 1 };
const see: SeeThrough = (sample) => ({ ...toExtract(sample), condition: CONDITION });
const task = searchTask({ search: { gallery: { subjects: 6 } } });
const needs = { seed: 3, readSplits: unwanted, openOther: unwanted };
const templates = unitTemplatesOf(people);

describe('searches through a condition', () => {
  it('see probes and leave those who are enrolled as published', async () => {
    const { samples, tables } = await prepareSearch(dataset, task, { ...needs, see });
    const listed = tables.lists?.samples ?? [];
    const roles = listed.map(({ roles: [role] }) => role);
    expect(roles.filter((role) => role === 'gallery')).toHaveLength(6);
    expect(samples.map(({ condition }) => condition)).toEqual(
      roles.map((role) => (role === 'probe' ? CONDITION : undefined)),
    );
    expect(samples.map(({ id, path }) => [id, path])).toEqual(listed.map(({ sample }) => [sample, `/x/${sample}`]));
  });

  it('are of the same lists, and find what the same templates find', async () => {
    const [published, seen] = [
      await prepareSearch(dataset, task, needs),
      await prepareSearch(dataset, task, { ...needs, see }),
    ];
    expect([seen.record, seen.tables]).toEqual([published.record, published.tables]);
    expect(published.samples.every(({ condition }) => condition === undefined)).toBe(true);
    const measured = [published, seen].map((one) =>
      one.measure(extractionsOf(one.samples, templates, ['p03/1.jpg']), { workers: 1 }),
    );
    const [first, second] = await Promise.all(measured);
    expect(second).toEqual(first);
  });
});
