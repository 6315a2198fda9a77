import { expect, it } from 'vitest';
import { otherMeasurements } from '../../src/results/compare-runs.js';
import { madeUpRun } from '../support/run.js';

const { record } = madeUpRun();

it('another machine, or another set of systems, is no other measurement', () => {
  const elsewhere = { ...record, environment: { ...record.environment, processor: 'another' }, notMeasured: [] };
  expect(otherMeasurements(record, elsewhere)).toEqual([]);
  expect(otherMeasurements(record, { ...record, systems: [] })).toEqual([]);
});

it('names what differs', () => {
  const other = {
    ...record,
    systems: record.systems.flatMap((system) =>
      'model' in system ? [{ ...system, policy: 'largest', model: { ...system.model, sha256: 'b'.repeat(64) } }] : [],
    ),
    datasets: record.datasets.map((dataset) => ({ ...dataset, digest: 'c'.repeat(64) })),
  };
  expect(otherMeasurements(record, other)).toEqual([
    'system made-model: model, policy differ',
    'dataset data: digest differ',
  ]);
});
