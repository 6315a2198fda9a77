import { describe, expect, it } from 'vitest';
import { fnirAtFpir } from '../../../src/metrics/identification/fnir-at-fpir.js';
import { fnirAt } from '../../../src/metrics/identification/rates.js';
import { thresholdAtFpir } from '../../../src/metrics/identification/threshold-at-fpir.js';
import { rateInterval } from '../../../src/statistics/dependence/adjusted-wilson.js';
import { jackknifeError } from '../../../src/statistics/dependence/jackknife.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { searches, searchesOf } from './score-matrix.js';

const UNLIMITED = Number.POSITIVE_INFINITY;

const random = seededRandom(3);
const uniform = () => randomBelow(random, 2 ** 30) / 2 ** 30;

/** Twenty subjects with four mated searches each, and twenty with four non-mated ones; some subjects are easier. */
const ease = Array.from({ length: 40 }, () => uniform() / 2);
const found = searches(
  20,
  Array.from({ length: 160 }, (_, s) => {
    const subject = s < 80 ? s % 20 : 20 + (s % 20);
    const noise = uniform() + (ease[subject] ?? 0);
    return s < 80 ? ([subject, 0.3 + noise, 1 + (s % 3)] as const) : ([subject, noise] as const);
  }),
);

describe('fnirAtFpir', () => {
  it('is FNIR at the threshold for the target, with wider intervals than the threshold as it is has', () => {
    const { operatingPoint, fnir, gallery } = fnirAtFpir(found, { target: 0.1 });
    expect(operatingPoint).toMatchObject({ state: 'set', falseAlarms: 8, trials: 80 });
    const threshold = operatingPoint.state === 'set' ? operatingPoint.threshold : 0;
    const fixed = fnirAt(found, { rank: UNLIMITED, threshold });
    expect(fnir).toMatchObject({
      state: 'resolved',
      value: fixed.value,
      errors: fixed.errors,
      trials: 80,
      subjects: 20,
    });
    expect(fnir.interval?.method).toBe('subject-bootstrap');
    expect(fnir.jackknife?.method).toBe('jackknife');
    expect(gallery).toBeNull();
    const width = (interval: { low: number; high: number } | null) => (interval ? interval.high - interval.low : 0);
    expect(width(fnir.interval)).toBeGreaterThan(width(fixed.interval));
    expect(width(fnir.jackknife)).toBeGreaterThan(width(fixed.jackknife));
    expect(fnir.interval?.low).toBeLessThan(fnir.value ?? 0);
    expect(fnir.interval?.high).toBeGreaterThan(fnir.value ?? 1);
  });

  it('carries the doubt about the threshold where mated subjects are all alike', () => {
    const alike = searches(
      20,
      Array.from({ length: 160 }, (_, s) =>
        s < 80
          ? ([s % 20, 1 + Math.floor(s / 20) / 16, 1] as const)
          : ([found.probeSubject[s] ?? 0, found.score[s] ?? 0] as const),
      ),
    );
    const { interval, value } = fnirAtFpir(alike, { target: 0.2 }).fnir;
    // With the threshold as it is every replicate would give this value.
    expect(value).toBe(0.25);
    expect(interval?.low).toBeLessThan(0.25);
    expect(interval?.high).toBeGreaterThan(0.25);
  });

  it('gives the same interval for the same seed', () => {
    const at = (seed: number) => fnirAtFpir(found, { target: 0.1, bootstrap: { replicates: 500, seed } }).fnir.interval;
    expect(at(7)).toEqual(at(7));
    expect(at(7)).not.toEqual(at(8));
  });

  it('holds the jackknife that leaves out each subject of either kind and sets the threshold anew', () => {
    const target = 0.1;
    const without = (subject: number) => {
      const rest = searches(
        20,
        [...found.probeSubject].flatMap((owner, s) =>
          owner === subject ? [] : [[owner, found.score[s] ?? 0, found.rank[s] ?? 0] as const],
        ),
      );
      const operatingPoint = thresholdAtFpir(rest, target);
      const threshold = operatingPoint.state === 'set' ? operatingPoint.threshold : Number.NaN;
      return fnirAt(rest, { rank: UNLIMITED, threshold }).value ?? Number.NaN;
    };
    const leftOut = (from: number) => Array.from({ length: 20 }, (_, i) => without(from + i));
    const [mated, nonMated] = [jackknifeError(leftOut(0)) ?? 0, jackknifeError(leftOut(20)) ?? 0];
    expect(nonMated).toBeGreaterThan(0);
    const { fnir } = fnirAtFpir(found, { target });
    const expected = rateInterval(fnir.value ?? 0, Math.sqrt(mated ** 2 + nonMated ** 2), 80, 20, 0.95);
    expect(fnir.jackknife?.low).toBeCloseTo(expected.low, 12);
    expect(fnir.jackknife?.high).toBeCloseTo(expected.high, 12);
  });

  it('is unresolved below one alarm of all searches, with the bound on FPIR', () => {
    const { fnir, operatingPoint } = fnirAtFpir(found, { target: 0.001 });
    expect(operatingPoint).toMatchObject({ state: 'set', resolvable: false });
    expect(fnir).toMatchObject({ state: 'unresolved', floor: { of: 'FPIR', reason: 'target-below-one-trial' } });
  });

  it('adds what a sampled gallery adds, and makes it the default interval', () => {
    const gallery = Array.from({ length: 30 }, (_, g) => `g${g}`);
    const probes = Array.from({ length: 600 }, (_, s) => (s < 300 ? `g${s % 30}` : `n${s % 30}`));
    // Some of the gallery are like everybody.
    const likeness = gallery.map(() => uniform() / 2);
    const rows = probes.map((probe) =>
      gallery.map((owner, g) => uniform() + (likeness[g] ?? 0) + (owner === probe ? 0.5 : 0)),
    );
    const matrix = searchesOf({ gallery, galleryFailed: [], probes, rows }, 12);
    const plain = fnirAtFpir(matrix, { target: 0.2 });
    const sampled = fnirAtFpir(matrix, { target: 0.2, galleryIsSample: true });
    expect(sampled.gallery).toMatchObject({ groups: 20, truncated: 0 });
    expect(sampled.gallery?.variance).toBeGreaterThan(0);
    expect(sampled.fnir.interval?.method).toBe('jackknife');
    expect(sampled.fnir.interval?.high).toBeGreaterThan(plain.fnir.jackknife?.high ?? 1);
    expect(sampled.fnir.value).toBe(plain.fnir.value);
    expect(() => fnirAtFpir(found, { target: 0.1, galleryIsSample: true })).toThrow('needs the 2 best candidates');
  });

  it('has no jackknife with a single subject of a kind', () => {
    const one = searches(2, [
      [0, 0.5, 1],
      [0, 0.1, 1],
      [2, 0.4],
      [3, 0.2],
    ]);
    expect(fnirAtFpir(one, { target: 0.5 }).fnir.jackknife).toBeNull();
  });

  it('is unavailable where no score sets a threshold, or no search is mated', () => {
    const mated = searches(1, [[0, 0.5, 1]]);
    expect(fnirAtFpir(mated, { target: 0.1 }).fnir).toMatchObject({ state: 'unavailable', trials: 1 });
    const nonMated = searches(1, [
      [1, 0.5],
      [2, 0.25],
    ]);
    expect(fnirAtFpir(nonMated, { target: 0.5 })).toMatchObject({
      operatingPoint: { state: 'set' },
      fnir: { state: 'unavailable' },
    });
  });
});
