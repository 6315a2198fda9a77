import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type VerificationMetric, verificationMetrics } from '../../src/metrics/verification.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { side } from './score-lists.js';

const sequence = (from: number, length: number) => Float32Array.from({ length }, (_, i) => (from + i) / 4096);

/** 300 mated and 300 non-mated comparisons that overlap a little, in ten folds; one failed mated, two failed non-mated. */
const folds = Array.from({ length: 10 }, (_, fold) => ({
  mated: { scores: sequence(300 + fold * 30, 30), failed: fold === 0 ? 1 : 0 },
  nonMated: { scores: sequence(10 + fold * 30, 30), failed: fold === 1 ? 2 : 0 },
}));
const people = (length: number, of: number, from = 0) => Array.from({ length }, (_, k) => `p${(k + from) % of}`);
const whole = {
  mated: { scores: sequence(300, 300), failed: 1, subjects: { first: people(301, 200), second: people(301, 200) } },
  nonMated: {
    scores: sequence(10, 300),
    failed: 2,
    subjects: { first: people(302, 300), second: people(302, 300, 1) },
  },
};
const bootstrap = { replicates: 200, seed: 1 };
const samples = (tried: number, failed: number, of: number) => ({
  failed: Array.from({ length: tried }, (_, k) => k < failed),
  subjects: people(tried, of),
});

function find<Name extends VerificationMetric['metric']>(
  metrics: VerificationMetric[],
  name: Name,
  failures: string,
  at?: string,
) {
  const found = metrics.find((m) => m.metric === name && m.failures === failures && (at === undefined || m.at === at));
  return found as Extract<VerificationMetric, { metric: Name }>;
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('verificationMetrics', () => {
  const metrics = verificationMetrics({
    ...whole,
    folds,
    operatingPoints: [1e-1, 1e-3],
    samples: { failed: samples(1000, 3, 1).failed },
    bootstrap,
  });

  it('lists every metric, failures counted first, failure rate last', () => {
    const point = (at: string) => [
      `FNMR@FMR ${at}`,
      `FNMR@FMR ${at} subjects`,
      `FMR ${at}`,
      `FNMR ${at}`,
      `FNMR ${at} subjects`,
    ];
    const summary = ['zero-FMR', 'zero-FNMR', 'EER-ROCCH', 'd-prime', 'minDCF mated 0.01', 'minCllr'];
    const view = [...point('1e-1'), ...point('1e-3'), 'EER', 'AUC', ...summary, 'accuracy-10fold'];
    const nameOf = ({ metric, at, result }: VerificationMetric) => {
      const over = 'over' in result && result.over === 'subjects' ? ' subjects' : '';
      return `${metric}${at ? ` ${at}` : ''}${over}`;
    };
    expect(metrics.map((metric) => `${metric.failures} ${nameOf(metric)}`)).toEqual([
      ...view.map((name) => `counted ${name}`),
      ...view.map((name) => `excluded ${name}`),
      'counted FTE',
    ]);
  });

  it('gives each view its own threshold and denominators', () => {
    // 30 of 302 may match; of 300 without the failed ones also 30, as 30.2 is not whole.
    expect(find(metrics, 'FNMR@FMR', 'counted', '1e-1')).toMatchObject({
      threshold: nextFloat32Up(279 / 4096),
      thresholdFrom: 'self',
      result: { state: 'resolved', errors: 1, trials: 301, subjects: 200, interval: { method: 'subject-bootstrap' } },
    });
    expect(find(metrics, 'FMR', 'counted', '1e-1').result).toMatchObject({ errors: 30, trials: 302, value: 30 / 302 });
    expect(find(metrics, 'FNMR', 'excluded', '1e-1').result).toMatchObject({
      state: 'unresolved',
      errors: 0,
      trials: 300,
    });
  });

  it('marks FNMR@FMR below one false match, while the FNMR at that threshold is measured', () => {
    const marked = find(metrics, 'FNMR@FMR', 'counted', '1e-3');
    expect(marked).toMatchObject({ threshold: nextFloat32Up(309 / 4096), operatingPoint: { resolvable: false } });
    expect(marked.result).toMatchObject({
      state: 'unresolved',
      floor: { reason: 'target-below-one-trial', of: 'FMR' },
    });
    expect(marked.result.floor?.upperBound).toBeCloseTo(1 - 0.025 ** (1 / 150), 13);
    expect(marked.result.floor?.upperBoundIfIndependent).toBeCloseTo(1 - 0.025 ** (1 / 302), 13);
    expect(find(metrics, 'FNMR', 'counted', '1e-3').result).toMatchObject({
      state: 'resolved',
      errors: 11,
      trials: 301,
    });
    expect(find(metrics, 'FMR', 'counted', '1e-3').result).toMatchObject({ state: 'unresolved', errors: 0 });
  });

  it('gives denominators and the failure rate', () => {
    expect(find(metrics, 'EER', 'counted').result).toMatchObject({ matedTrials: 301, nonMatedTrials: 302 });
    expect(find(metrics, 'AUC', 'excluded').result).toMatchObject({ matedTrials: 300, nonMatedTrials: 300 });
    expect(find(metrics, 'accuracy-10fold', 'counted').result).toMatchObject({ trials: 603 });
    expect(find(metrics, 'accuracy-10fold', 'excluded').result).toMatchObject({ trials: 600 });
    expect(find(metrics, 'FTE', 'counted').result).toMatchObject({
      value: 0.003,
      errors: 3,
      trials: 1000,
      over: 'samples',
    });
  });

  it('has no count of errors where failures leave no operating point', () => {
    // 2,850 of 3,000 failed: "0 of 3000" would read as a perfect system.
    const failing = verificationMetrics({
      mated: { scores: sequence(300, 150), failed: 2850 },
      nonMated: { scores: sequence(10, 150), failed: 2850 },
      operatingPoints: [0.1],
    });
    for (const name of ['FNMR@FMR', 'FMR', 'FNMR'] as const) {
      expect(find(failing, name, 'counted', '1e-1').result).toEqual({
        state: 'unavailable',
        value: null,
        interval: null,
        floor: null,
        reason: 'Only 150 of 3000 non-mated comparisons have a score: FMR is within the target at every threshold.',
        errors: null,
        trials: 3000,
        over: 'comparisons',
        jackknife: null,
        independent: null,
      });
    }
  });

  it('gives the view without failures its own subjects', () => {
    const subjects = { first: people(301, 301), second: people(301, 301) };
    const found = verificationMetrics({
      ...whole,
      mated: { ...whole.mated, subjects },
      operatingPoints: [0.1],
      bootstrap,
    });
    expect(find(found, 'FNMR', 'counted').result.subjects).toBe(301);
    expect(find(found, 'FNMR', 'excluded').result.subjects).toBe(300);
  });

  it('keeps the bound of disjoint scored comparisons in the view without failures', () => {
    const floor = find(metrics, 'FNMR@FMR', 'excluded', '1e-3').result.floor;
    expect(floor?.upperBound).toBeCloseTo(1 - 0.025 ** (1 / 150), 13);
    expect(floor?.upperBoundIfIndependent).toBeCloseTo(1 - 0.025 ** (1 / 300), 13);
  });

  it('bounds a failure rate of zero by the samples that share no subject', () => {
    const found = verificationMetrics({ ...whole, operatingPoints: [], samples: samples(1000, 0, 40), bootstrap });
    const { result } = find(found, 'FTE', 'counted');
    expect(result).toMatchObject({ state: 'unresolved', errors: 0, trials: 1000, subjects: 40 });
    expect(result.floor?.upperBound).toBeCloseTo(1 - 0.025 ** (1 / 40), 13);
    expect(result.floor?.upperBoundIfIndependent).toBeCloseTo(1 - 0.025 ** (1 / 1000), 13);
  });

  it('leaves out what it has no data for', () => {
    const { mated, nonMated } = {
      mated: { ...whole.mated, subjects: undefined },
      nonMated: { ...whole.nonMated, subjects: undefined },
    };
    const names = verificationMetrics({ mated, nonMated, operatingPoints: [] }).map(({ metric }) => metric);
    const view = ['EER', 'AUC', 'zero-FMR', 'zero-FNMR'];
    expect(names).toEqual([...view, ...view]);
  });

  it('never gives NaN, whatever the scores, and no number where there is none', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const found = verificationMetrics({
          mated,
          nonMated,
          operatingPoints: [0.01, 0.3],
          folds: [
            { mated, nonMated: { scores: new Float32Array(), failed: 0 } },
            { mated: { scores: new Float32Array(), failed: 0 }, nonMated },
          ],
        });
        expect(numbersIn(found).some(Number.isNaN)).toBe(false);
        for (const { result } of found) {
          if (result.state === 'unavailable') {
            expect(result.reason).toMatch(/\.$/);
            expect('errors' in result ? result.errors : null).toBeNull();
          } else expect(result.value).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('changes nothing but thresholds when every score is multiplied by a power of two', () => {
    const withoutThresholds = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, part) => (key === 'threshold' ? undefined : part)));
    fc.assert(
      fc.property(side, side, fc.constantFrom(0.25, 2, 1024), (mated, nonMated, factor) => {
        // Subnormal scores have no exact quarter.
        fc.pre([...mated.scores, ...nonMated.scores].every((score) => score === 0 || Math.abs(score) > 1e-30));
        const times = ({ scores, failed }: typeof mated) => ({ scores: scores.map((score) => score * factor), failed });
        const metricsOf = (whole: { mated: typeof mated; nonMated: typeof mated }) =>
          verificationMetrics({
            ...whole,
            folds: [
              { mated: whole.mated, nonMated: none },
              { mated: none, nonMated: whole.nonMated },
            ],
            operatingPoints: [0.01, 0.3],
          });
        const none = { scores: new Float32Array(), failed: 0 };
        const scaled = metricsOf({ mated: times(mated), nonMated: times(nonMated) });
        expect(withoutThresholds(scaled)).toEqual(withoutThresholds(metricsOf({ mated, nonMated })));
      }),
    );
  });

  it('changes nothing when the comparisons change their order', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const turned = ({ scores, failed }: typeof mated) => ({ scores: scores.toReversed(), failed });
        const operatingPoints = [0.01, 0.3];
        expect(verificationMetrics({ mated: turned(mated), nonMated: turned(nonMated), operatingPoints })).toEqual(
          verificationMetrics({ mated, nonMated, operatingPoints }),
        );
      }),
    );
  });

  it('sets every threshold anew in the interval of FNMR@FMR, and keeps it for FNMR', () => {
    const counted = find(metrics, 'FNMR@FMR', 'counted', '1e-1');
    const fixed = find(metrics, 'FNMR', 'counted', '1e-1');
    expect(counted.result).toMatchObject({ errors: 1, interval: { method: 'subject-bootstrap' }, jackknife: null });
    expect(fixed.result).toMatchObject({ errors: 1, interval: { method: 'adjusted-wilson' } });
    expect(counted.result.interval?.high).toBeGreaterThanOrEqual(fixed.result.interval?.high ?? 1);
    expect(counted.result.interval?.low).toBeLessThanOrEqual(fixed.result.interval?.low ?? 0);
    // At 1e-2 three false matches set the threshold, and mated scores lie close on both sides of it.
    const few = find(
      verificationMetrics({
        ...whole,
        mated: { ...whole.mated, scores: sequence(200, 300) },
        operatingPoints: [1e-2],
        bootstrap,
      }),
      'FNMR@FMR',
      'counted',
    ).result;
    const naive = 'independent' in few ? few.independent?.wilson : undefined;
    expect((few.interval?.high ?? 0) - (few.interval?.low ?? 1)).toBeGreaterThan(
      (naive?.high ?? 1) - (naive?.low ?? 0),
    );
  });

  it('does not depend on the order of comparisons, whoever they are of', () => {
    const turned = <T>(list: ArrayLike<T>) => Array.from(list).toReversed();
    const side = ({ scores, subjects }: typeof whole.mated) => ({
      scores: Float32Array.from(turned(scores)),
      failed: 0,
      subjects: {
        first: turned(subjects.first.slice(0, scores.length)),
        second: turned(subjects.second.slice(0, scores.length)),
      },
    });
    const straight = ({ scores, subjects }: typeof whole.mated) => ({
      scores,
      failed: 0,
      subjects: { first: subjects.first.slice(0, scores.length), second: subjects.second.slice(0, scores.length) },
    });
    const of = (change: typeof side) =>
      verificationMetrics({
        mated: change(whole.mated),
        nonMated: change(whole.nonMated),
        operatingPoints: [0.1],
        bootstrap,
      });
    expect(of(side)).toEqual(of(straight));
  });

  it('takes thresholds from other people, says from whom, and refuses the same people', () => {
    const others = {
      first: people(300, 90).map((name) => `other ${name}`),
      second: people(300, 90, 1).map((name) => `other ${name}`),
    };
    const calibration = { nonMated: { scores: sequence(60, 300), failed: 0, subjects: others }, name: 'elsewhere' };
    const found = verificationMetrics({ ...whole, calibration, operatingPoints: [0.1], bootstrap });
    const threshold = nextFloat32Up(329 / 4096);
    expect(find(found, 'FMR', 'counted', '1e-1')).toMatchObject({
      threshold,
      thresholdFrom: 'elsewhere',
      result: { errors: 0, trials: 302 },
    });
    expect(find(found, 'FNMR@FMR', 'counted', '1e-1').result).toMatchObject({ errors: 31, trials: 301 });
    const same = { ...calibration, nonMated: whole.nonMated };
    expect(() => verificationMetrics({ ...whole, calibration: same, operatingPoints: [0.1], bootstrap })).toThrow(
      'The comparisons of elsewhere, which set the thresholds, share 300 subjects',
    );
  });

  it('draws two levels where samples are known, and says where they are not', () => {
    const withSamples = <S extends typeof whole.mated>({ subjects, ...side }: S) => ({
      ...side,
      subjects: {
        ...subjects,
        samples: { first: subjects.first.map((p) => `${p}/1`), second: subjects.second.map((p) => `${p}/2`) },
      },
    });
    const levels = { ...bootstrap, levels: 'subjects-and-samples' } as const;
    const both = { mated: withSamples(whole.mated), nonMated: withSamples(whole.nonMated) };
    const found = verificationMetrics({ ...both, operatingPoints: [0.1], bootstrap: levels });
    const one = find(metrics, 'FNMR@FMR', 'counted', '1e-1').result;
    const two = find(found, 'FNMR@FMR', 'counted', '1e-1').result;
    expect(two.value).toBe(one.value);
    expect(two.interval).not.toEqual(one.interval);
    expect(() => verificationMetrics({ ...whole, operatingPoints: [0.1], bootstrap: levels })).toThrow(
      'A bootstrap of two levels needs to know the samples',
    );
  });

  it('refuses folds that do not add up to the whole', () => {
    expect(() => verificationMetrics({ ...whole, folds: folds.slice(1), operatingPoints: [], bootstrap })).toThrow(
      'The mated comparisons of the folds must add up to the whole: expected 300 scores and 1 failed, found 270 and 0',
    );
  });
});
