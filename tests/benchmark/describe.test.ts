import { expect, it } from 'vitest';
import { describeDataset } from '../../src/benchmark/describe.js';
import { runRecordSchema } from '../../src/results/run-record.js';
import { packagedCatalog } from '../support/catalog.js';

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
