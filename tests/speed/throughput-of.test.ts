import { describe, expect, it } from 'vitest';
import { scalingOf, throughputOf } from '../../src/speed/throughput-of.js';
import { FACELESS, MISSING, picture, round } from './made-up-rounds.js';

/** Three pictures that are worked on, 10 ms on average, and two of them give something. */
const alone = [picture(10), FACELESS, picture(15), MISSING];
const rounds = [round(alone, 0.06, 0.04), round(alone, 0.05, 0.03), round(alone, 0.06, 0.03)];

describe('throughput', () => {
  const [one, two] = throughputOf(rounds);

  it('counts pictures that were worked on and what they gave, by the second', () => {
    expect(one).toMatchObject({ workers: 1, pictures: { median: 50, min: 50, max: 60 } });
    expect(one?.results).toEqual({ median: 33.333, min: 33.333, max: 40 });
    expect(two).toMatchObject({ workers: 2, pictures: { median: 100, min: 75, max: 100 } });
    expect([one?.cores.median, two?.cores.median]).toEqual([0.75, 1.5]);
    expect(two?.seconds).toEqual({ median: 0.03, min: 0.03, max: 0.04 });
  });
});

describe('scaling', () => {
  it('holds all workers against one of the same round, and against what the cores could do', () => {
    const scaling = scalingOf(rounds, 2);
    expect(scaling?.speedUp).toEqual({ median: 1.6667, min: 1.5, max: 2 });
    expect(scaling?.ceiling).toEqual({ median: 200, min: 200, max: 200 });
    expect(scaling?.shareOfCeiling).toEqual({ median: 0.5, min: 0.375, max: 0.5 });
  });

  it('has no higher ceiling for more workers than cores', () => {
    expect(scalingOf(rounds, 1)?.ceiling?.median).toBe(100);
    expect(scalingOf(rounds, 64)?.ceiling?.median).toBe(200);
  });

  it('there is none of one worker', () => {
    const alonely = [round(alone, 0.05)];
    expect(scalingOf(alonely, 2)).toBeUndefined();
    expect(throughputOf(alonely).map(({ workers }) => workers)).toEqual([1]);
  });
});
