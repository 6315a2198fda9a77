import { describe, expect, it } from 'vitest';
import { peopleFor, type Sample, trialsNeeded } from '../../src/claims/trials-needed.js';

const sample = (cells: Partial<Sample>): Sample => ({
  value: 0.03,
  low: 0.02,
  high: 0.05,
  errors: 30,
  trials: 1000,
  subjects: 200,
  ...cells,
});

describe('trialsNeeded', () => {
  it('needs 2,995,731 comparisons without an error for an FMR of at most 1e-6, though 3,000 had none', () => {
    const none = sample({ value: 0, low: 0, high: 0.000998, errors: 0, trials: 3000 });
    expect(trialsNeeded(none, { is: 'at most', value: 1e-6 }, 0.95)).toEqual({
      kind: 'without-errors',
      trials: 2_995_731,
      confidence: 0.95,
    });
    expect(trialsNeeded(none, { is: 'at most', value: 1e-6 }, 0.99)).toMatchObject({ trials: 4_605_168 });
  });

  it('needs the same of a rate of what is right, of which nothing was wrong', () => {
    const all = sample({ value: 1, low: 0.94, high: 1, errors: 50, trials: 50 });
    expect(trialsNeeded(all, { is: 'at least', value: 0.999 }, 0.95)).toEqual({
      kind: 'without-errors',
      trials: 2995,
      confidence: 0.95,
    });
  });

  it('takes the end in the way, and intervals that shrink with the square root', () => {
    // The upper end is .02 from the value and the limit .01: four times as many.
    expect(trialsNeeded(sample({}), { is: 'at most', value: 0.04 }, 0.95)).toEqual({
      kind: 'times',
      times: expect.closeTo(4, 9),
      trials: expect.toSatisfy((trials: number) => trials === 4000 || trials === 4001),
      subjects: expect.toSatisfy((subjects: number) => subjects === 800 || subjects === 801),
    });
    // To contradict, the lower end must pass the limit: .01 off, .005 to go.
    expect(trialsNeeded(sample({}), { is: 'at most', value: 0.025 }, 0.95)).toMatchObject({
      times: expect.closeTo(4, 9),
    });
    expect(trialsNeeded(sample({}), { is: 'at least', value: 0.04 }, 0.95)).toMatchObject({
      times: expect.closeTo(4, 9),
    });
  });

  it('goes by the edge that decides first where equality is claimed', () => {
    // From .03 it is .002 to the edge at .032, and .038 to the one at -.008.
    const demand = { is: 'equal to', value: 0.012, within: 0.02 } as const;
    expect(trialsNeeded(sample({}), demand, 0.95)).toMatchObject({ times: expect.closeTo(100, 6) });
  });

  it('says that no sample decides where the value is the claimed one', () => {
    expect(trialsNeeded(sample({}), { is: 'at most', value: 0.03 }, 0.95)).toEqual({ kind: 'never' });
    const none = sample({ value: 0, low: 0, high: 0.001, errors: 0 });
    expect(trialsNeeded(none, { is: 'at most', value: 0 }, 0.95)).toEqual({ kind: 'never' });
  });

  it('tells of no trials and subjects that are not known, and never asks for less than there is', () => {
    const demand = { is: 'at most', value: 0.2 } as const;
    expect(trialsNeeded(sample({ trials: null, subjects: null }), demand, 0.95)).toEqual({
      kind: 'times',
      times: 1,
      trials: null,
      subjects: null,
    });
    expect(trialsNeeded(sample({}), demand, 0.95)).toMatchObject({ times: 1, trials: 1000, subjects: 200 });
  });
});

it('peopleFor: two for each comparison that shares nobody, and at least as many as have that many pairs', () => {
  expect(peopleFor(2_995_731)).toEqual({ sharingNobody: 5_991_462, atLeast: 2449 });
  expect(peopleFor(3)).toEqual({ sharingNobody: 6, atLeast: 3 });
  expect(peopleFor(4)).toEqual({ sharingNobody: 8, atLeast: 4 });
  expect((2449 * 2448) / 2).toBeGreaterThanOrEqual(2_995_731);
  expect((2448 * 2447) / 2).toBeLessThan(2_995_731);
});
