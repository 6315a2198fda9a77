import { expect, it } from 'vitest';
import { sensitivityOf } from '../../src/deployment/sensitivity.js';
import { toUncertain } from '../../src/deployment/uncertain.js';

const CITY = {
  passages: toUncertain({ value: 5e6, low: 3e6, high: 8e6 }),
  listed: toUncertain({ value: 1e-5, low: 1e-6, high: 1e-4 }),
  fpir: toUncertain({ value: 1 / 6000, low: 1 / 9000, high: 1 / 4000 }),
  tpir: toUncertain({ value: 0.89, low: 0.8, high: 0.95 }),
};

it('moves one input at a time, and puts first what moves the PPV most', () => {
  const found = sensitivityOf(CITY);
  expect(found.map(({ input }) => input)).toEqual(['listed', 'fpir', 'tpir', 'passages']);
  const [listed, fpir, , passages] = found;
  expect(listed?.low).toEqual({
    input: 1e-6,
    falseAlarms: expect.closeTo(833.3325, 6),
    ppv: expect.closeTo(4.45 / (4.45 + 833.3325), 9),
  });
  expect(fpir?.high.falseAlarms).toBeCloseTo(1249.9875, 6);
  expect(fpir?.low.ppv).toBeCloseTo(44.5 / (44.5 + 555.55), 9);
  expect([passages?.low.falseAlarms, passages?.high.falseAlarms]).toEqual([
    expect.closeTo(499.995, 6),
    expect.closeTo(1333.32, 6),
  ]);
  expect(passages?.low.ppv).toBeCloseTo(passages?.high.ppv ?? 0, 12);
});

it('leaves out what is exact, and bears that there are no alarms', () => {
  expect(sensitivityOf({ ...CITY, listed: toUncertain(1e-5), passages: toUncertain(10) })).toHaveLength(2);
  const none = sensitivityOf({
    passages: toUncertain(10),
    listed: toUncertain(0),
    fpir: toUncertain({ value: 0, low: 0, high: 0.1 }),
    tpir: toUncertain(1),
  });
  expect(none).toEqual([
    {
      input: 'fpir',
      low: { input: 0, falseAlarms: 0, ppv: null },
      high: { input: 0.1, falseAlarms: 1, ppv: 0 },
    },
  ]);
});
