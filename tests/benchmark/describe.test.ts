import { expect, it } from 'vitest';
import { expandConditions } from '../../src/benchmark/conditions/expand-conditions.js';
import { describeDataset, describeTask } from '../../src/benchmark/describe.js';
import { runRecordSchema } from '../../src/results/run-record.js';
import { packagedCatalog } from '../support/catalog.js';
import { madeUpDataset, peopleSamples } from '../support/made-up-dataset.js';
import { PAIRS, suiteOf } from './conditions/suites.js';

const NOTHING = { samples: [], record: {}, tables: {} };

it('the record of a dataset says what its labels are worth and who gave them', async () => {
  const card = (await packagedCatalog()).dataset('lfw');
  const list = {
    dataset: 'lfw-gender',
    digest: '1'.repeat(64),
    provides: ['gender'],
    by: 'others',
    samples: 2,
    ignored: { malformed: 0, absent: 1, contradictory: 0 },
  };
  const record = describeDataset('lfw', {
    card,
    digest: '0'.repeat(64),
    folder: '/x',
    samples: [],
    attributeLists: [list],
  });
  expect(record.labelFloor).toEqual(card.labelFloor);
  expect(record.attributeLists).toEqual([list]);
  expect(runRecordSchema.shape.datasets.element.parse(record)).toEqual(record);
});

it('the record of a dataset that a generator makes says that it is drawn, and no other does', async () => {
  const catalog = await packagedCatalog();
  const drawn = ['synthetic-plates', 'openalpr-endtoend-eu'].map((name) => {
    const dataset = { card: catalog.dataset(name), digest: 'a'.repeat(64), folder: '/x', samples: [] };
    return describeDataset('plates', dataset).drawn;
  });
  expect(drawn).toEqual([true, undefined]);
});

it('the record of a task says what its condition does, and its digest changes with every step', async () => {
  const dataset = madeUpDataset('made-up', peopleSamples());
  const recordOf = async (quality: number) => {
    const condition = { name: 'small', steps: [{ step: 'jpeg', quality }] };
    const suite = await expandConditions(suiteOf({ ...PAIRS, conditions: { through: [condition] } }));
    const [published, seen] = suite.tasks.map((task) => describeTask(suite, task, dataset, NOTHING));
    if (!published || !seen) throw new Error('there are two tasks');
    return { published, seen };
  };
  const { published, seen } = await recordOf(20);
  expect(published).not.toHaveProperty('condition');
  expect(seen).toMatchObject({ id: 'list.small', title: 'list, JPEG, quality 20' });
  expect(seen.condition).toEqual({
    name: 'small',
    title: 'JPEG, quality 20',
    side: 'probe',
    of: 'list',
    thresholdsFrom: 'list',
    steps: [{ step: 'jpeg', quality: 20 }],
    does: ['JPEG, quality 20'],
  });
  expect(runRecordSchema.shape.tasks.element.parse(seen)).toEqual(seen);
  const other = await recordOf(21);
  expect([other.published.digest, other.seen.digest === seen.digest]).toEqual([published.digest, false]);
});
