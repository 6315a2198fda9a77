import { describe, expect, it } from 'vitest';
import { maxOverGeoMean, maxOverMin } from '../../src/metrics/differential/measures.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { fmrFromFpir, fpirFromFmr } from '../../src/statistics/search-rate.js';

/** The digits that are given, no more: 0.00481 as "0.481%". */
const percent = (value: number, digits = 3) => `${(value * 100).toPrecision(digits)}%`;

/** Counts as they were published, recomputed two-sided at 95% as if the trials were independent. */
const COUNTED = [
  {
    what: 'false alerts among the alerts of live face recognition, September 2024 to September 2025',
    source:
      'Metropolitan Police, Live Facial Recognition annual report, October 2025; counts as The Register gave them',
    errors: 10,
    trials: 2077,
    share: '0.481%',
    low: '0.231%',
    high: '0.884%',
  },
  {
    what: 'false alerts among the faces that were scanned; the report says 0.0003%',
    source:
      'Metropolitan Police, Live Facial Recognition annual report, October 2025; counts as The Register gave them',
    errors: 10,
    trials: 3_147_436,
    share: '0.000318%',
    low: '0.000152%',
    high: '0.000584%',
  },
  {
    what: 'Black people among those of the false alerts',
    source: 'the same report, as the BBC gave it ("10 people - of which eight were black"), 31 October 2025',
    errors: 8,
    trials: 10,
    share: '80.0%',
    low: '44.4%',
    high: '97.5%',
  },
  {
    what: "false alerts at the Champions League final in Cardiff, 2017; the force's website and the press said 92%",
    source: 'South Wales Police, figures on its website as Metro gave them, 5 May 2018',
    errors: 2297,
    trials: 2470,
    share: '93.0%',
    low: '91.9%',
    high: '94.0%',
  },
] as const;

describe('published counts', () => {
  it.each(COUNTED)('$errors of $trials: $what', ({ errors, trials, share, low, high }) => {
    const interval = clopperPearson(errors, trials);
    expect([percent(errors / trials), percent(interval.low), percent(interval.high)]).toEqual([share, low, high]);
  });

  it('92% of 2,470 is not what 2,297 is, though within its interval', () => {
    expect(2297 / 2470).toBeGreaterThan(0.9295);
    expect(clopperPearson(2297, 2470).low).toBeLessThan(0.92);
  });
});

/** LFW View 2 has 3,000 non-mated comparisons; the most that share no person are 1,606 (Huang et al., UMass TR 07-49). */
describe('no error on LFW View 2', () => {
  it.each([
    [3000, '0.0012289'],
    [1606, '0.0022943'],
  ])('of %i comparisons allows a false-match rate of up to %s', (trials, bound) => {
    const { low, high } = clopperPearson(0, trials);
    expect([low, high.toPrecision(5)]).toEqual([0, bound]);
  });
});

/**
 * The Police National Database's algorithm (Cognitec FaceVACS-DBScan ID 5.5) at its lower setting: share of searches with
 * a false positive for white, Asian and Black subjects. National Physical Laboratory for the Home Office, published
 * 4 December 2025, as the Guardian quoted it.
 */
describe('0.04%, 4.0% and 5.5% of searches', () => {
  const rates = [0.0004, 0.04, 0.055];

  it('are 137.5 times apart, and the worst is 5.74 times the geometric mean', () => {
    expect(maxOverMin(rates)).toBeCloseTo(137.5, 10);
    expect(maxOverGeoMean(rates)?.toFixed(2)).toBe('5.74');
  });
});

/**
 * NEC NeoFace V4 at threshold 0.6: one search in 6,000 gives a false alert with a watch-list of 10,000 images, one in
 * 60,000 with 1,000. National Physical Laboratory for the Metropolitan and South Wales Police, Facial Recognition
 * Technology in Law Enforcement Equitability Study, March 2023, as Computer Weekly gave it, 12 April 2023.
 */
describe('one false alert in 6,000 searches of 10,000 people', () => {
  it('implies a false-match rate of 1.67e-8, and so does one in 60,000 of 1,000', () => {
    expect(fmrFromFpir(1 / 6000, 10_000).toPrecision(3)).toBe('1.67e-8');
    expect(fmrFromFpir(1 / 60_000, 1000).toPrecision(3)).toBe('1.67e-8');
    expect(1 / fpirFromFmr(fmrFromFpir(1 / 60_000, 1000), 10_000)).toBeCloseTo(6000.45, 2);
  });
});
