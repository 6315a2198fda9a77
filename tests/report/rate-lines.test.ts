import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rateFacts } from '../../src/report/rate-facts.js';
import { rateLines } from '../../src/report/rate-lines.js';

const text = (question: Parameters<typeof rateFacts>[0]) => rateLines(rateFacts(question)).join('\n');

describe('rateLines', () => {
  it('gives the rate with its bounds, and what they take for granted', () => {
    const lines = text({ errors: 10, trials: 2077 });
    expect(lines).toMatch(/^10 errors in 2,077 trials, as if the trials were independent\n/);
    expect(lines).toMatch(/^ {2}rate +0\.481%, 1 in 208$/m);
    expect(lines).toMatch(/^ {2}95% interval, Clopper-Pearson +0\.231% to 0\.884%$/m);
    expect(lines).toMatch(/^ {2}95% interval, Wilson +0\.262% to 0\.884%$/m);
    expect(lines).toMatch(/^ {2}upper bound, one-sided 95% +0\.815%$/m);
    expect(lines).toMatch(/^ {2}rule of 30 +not met: 10 errors$/m);
    expect(lines).not.toContain('rule of three');
    expect(lines).toContain('the true uncertainty is larger');
  });

  it('of no error tells the rule of three and what rests on disjoint trials', () => {
    const lines = text({ errors: 0, trials: 3000, disjoint: 1606 });
    expect(lines).toMatch(/^No error in 3,000 trials/);
    expect(lines).toMatch(/rule of three \(3 \/ trials, 95%\) +at most 0\.100%/);
    expect(lines).toMatch(/rule of 30 +not met: no error/);
    expect(lines).toMatch(/upper end of the 95% interval +0\.229%, not 0\.123%/);
    expect(lines).toMatch(/upper bound, one-sided 95% +0\.186%, not 0\.0998%/);
    expect(text({ errors: 40, trials: 3000, disjoint: 1606 })).toMatch(/interval +1\.81%, as above/);
  });

  it('says whether counts show a rate, and what would', () => {
    const open = text({ errors: 3, trials: 100, resolve: 0.01 });
    expect(open).toMatch(/A rate of 0\.01 \(1\.00%, 1 in 100\), one-sided 95%/);
    expect(open).toMatch(/these counts +neither show nor exclude it/);
    expect(open).toMatch(/trials needed without an error +299/);
    expect(open).toMatch(/trials needed with 3 errors +773/);
    expect(open).toMatch(/trials to measure it \(rule of 30\) +2,977/);
    expect(text({ errors: 0, trials: 300, resolve: 0.01 })).toContain('show that the rate is at most this');
    expect(text({ errors: 9, trials: 100, resolve: 0.01 })).toContain('show that the rate is above this');
    expect(text({ errors: 0, trials: 300, resolve: 0.01 })).not.toContain('trials needed with ');
  });

  it('sets a second proportion beside it', () => {
    const lines = text({ errors: 21, trials: 1500, against: { errors: 9, trials: 1500 } });
    expect(lines).toContain('Against 9 errors in 1,500 trials, a test of power 80%');
    expect(lines).toMatch(/difference, first less second +\+0\.800 points/);
    expect(lines).toMatch(/95% interval, Newcombe +\+0\.0785 to \+1\.58 points/);
    expect(lines).toMatch(/nearest lower rate told from it +0\.0279%/);
    expect(lines).toMatch(/nearest higher rate told from it +1\.69%/);
    expect(lines).toMatch(/trials each to find this difference +2,428/);
    const few = text({ errors: 1, trials: 1, against: { errors: 1, trials: 1 } });
    expect(few).toContain('1 error in 1 trial,');
    expect(few).toMatch(/nearest lower rate told from it +none/);
    expect(few).toMatch(/difference, first less second +0 points/);
    expect(few).not.toContain('trials each');
  });

  it.each([
    [8, 10, '80.0%', '44.4% to 97.5%'],
    [10, 3_147_436, '0.000318%, 1 in 314,744', '0.000152% to 0.000584%'],
    [2297, 2470, '93.0%', '91.9% to 94.0%'],
    [9_999_998, 10_000_000, '99.999980%', '99.999928% to 99.9999976%'],
    [3, 3, '100%', '29.2% to 100%'],
  ])('%i of %i keeps three digits', (errors, trials, rate, interval) => {
    const lines = text({ errors, trials }).split('\n');
    expect(lines[1]?.trim()).toMatch(/^rate +/);
    expect(lines[1]?.endsWith(` ${rate}`)).toBe(true);
    expect(lines[2]?.endsWith(` ${interval}`)).toBe(true);
  });

  it('fits 80 columns and holds no NaN, whatever is asked', () => {
    const proportion = fc
      .integer({ min: 1, max: 100_000_000 })
      .chain((trials) => fc.record({ errors: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
    const resolve = fc.integer({ min: 1, max: 9 }).map((digits) => 10 ** -digits);
    fc.assert(
      fc.property(proportion, proportion, resolve, (counts, against, rate) => {
        const lines = rateLines(rateFacts({ ...counts, against, resolve: rate, disjoint: counts.trials }));
        expect(lines.filter((line) => line.length > 80)).toEqual([]);
        expect(lines.join('\n')).not.toMatch(/NaN|Infinity|undefined|null/);
      }),
      {
        examples: [[{ errors: 99_999_974, trials: 99_999_981 }, { errors: 99_999_990, trials: 99_999_997 }, 0.1]],
      },
    );
  });
});
