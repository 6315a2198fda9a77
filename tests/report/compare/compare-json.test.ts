import { expect, it } from 'vitest';
import { compareJson } from '../../../src/report/compare/compare-json.js';
import { BESIDE, first, later } from './runs.js';

it('says as data what the page says, with the paired differences in full', () => {
  const value = JSON.parse(compareJson(BESIDE));
  expect(value).toMatchObject({
    first: { digest: first.digest, title: 'Made-up suite' },
    second: { digest: later.digest, title: 'Later' },
    isOneRun: false,
    nothing: null,
    onlyFirst: { systems: ['bad'], tasks: [] },
    tasks: [{ task: 'people', differs: null, couples: [{ firstSystem: 'good', secondSystem: 'good' }] }],
  });
  expect(value.paired).toEqual(JSON.parse(JSON.stringify(BESIDE.paired)));
  expect(value.tasks[0].couples[0].figures[0]).toMatchObject({ name: 'missed (FNMR), FMR 1e-1' });
});
