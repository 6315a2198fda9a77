import { describe, expect, it } from 'vitest';
import { allPairsThresholdAtFmr } from '../../../src/metrics/all-pairs/threshold.js';
import { rankScores } from '../../../src/metrics/scores.js';
import { thresholdAtFmr } from '../../../src/metrics/threshold.js';
import { scoredSystem } from '../../../src/results/all-pairs/all-pairs-scores.js';
import { fixedThresholds } from '../../../src/results/conditions/fixed-threshold.js';
import { scoresOf } from '../../../src/results/task-scores.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { peopleTables } from '../../support/people.js';

const AT = ['1e-1', '2e-2'];

describe('fixedThresholds', () => {
  it('are those that a list of pairs sets, its failures counted', () => {
    const source = peopleTables();
    const nonMated = rankScores(scoresOf(source.comparisons.filter(({ mated }) => !mated)), 'non-mated');
    const expected = AT.map((at) => thresholdAtFmr(nonMated, Number(at)));
    expect(fixedThresholds(source, AT, 0.95)).toMatchObject(
      expected.map((found, k) => ({
        at: AT[k],
        state: 'set',
        threshold: found.state === 'set' ? found.threshold : Number.NaN,
      })),
    );
    // 276 strangers cannot resolve one false match in a thousand, and say so.
    expect(fixedThresholds(source, ['1e-1', '1e-3'], 0.95)).toMatchObject([
      { floor: null },
      { floor: { reason: 'target-below-one-trial', of: 'FMR' } },
    ]);
    // A failed comparison is no false match: with all of them failed but one, that one is within 1e-1.
    const failed = source.comparisons.map(({ score, ...one }, k) => (k === 3 ? { ...one, score: 0.5 } : one));
    const few = {
      ...source,
      comparisons: failed.map((one) => ({ ...one, failure: 'score' in one ? '' : 'b:no-face' })),
    };
    expect(fixedThresholds(few, ['1e-1'], 0.95)).toEqual([
      {
        at: '1e-1',
        state: 'unavailable',
        reason: 'Only 1 of 276 non-mated comparisons have a score: FMR is within the target at every threshold.',
      },
    ]);
  });

  it('are those that all pairs set', async () => {
    const { own } = await allPairsRun();
    const system = scoredSystem(own);
    if (!system) throw new Error('there are no scores of all pairs');
    for (const point of fixedThresholds(own, AT, 0.95)) {
      const { operatingPoint } = allPairsThresholdAtFmr(system.scores, Number(point.at), 'counted');
      if (operatingPoint.state !== 'set') throw new Error('the threshold is set');
      expect(point).toMatchObject({ at: point.at, state: 'set', threshold: operatingPoint.threshold });
    }
  });

  it('are not there where nothing sets them', () => {
    const reason = 'There are no non-mated comparisons.';
    expect(fixedThresholds(undefined, AT, 0.95)).toEqual(AT.map((at) => ({ at, state: 'unavailable', reason })));
    expect(fixedThresholds(peopleTables(), [], 0.95)).toEqual([]);
  });
});
