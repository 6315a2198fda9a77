import { describe, expect, it } from 'vitest';
import { QUALITY_MEASURES, type QualityMeasures } from '../../../src/extraction/face-quality.js';
import type { Comparison } from '../../../src/results/comparison-table.js';
import { metricRowSchema } from '../../../src/results/metric-row.js';
import { discardGroup, parseDiscardGroup } from '../../../src/results/quality/discard-group.js';
import { discardRows, REPORTED_SHARES } from '../../../src/results/quality/discard-rows.js';
import type { SampleQuality } from '../../../src/results/quality/quality-table.js';
import { peopleTables } from '../../support/people.js';

const PLACE = { task: 'people', model: 'good', dataset: 'made-up', protocol: 'pairs' };
const THRESHOLDS = [
  { at: '1e-1', threshold: Math.fround(0.12), from: 'self' },
  { at: '1e-2', threshold: Math.fround(0.22), from: 'other people' },
];
const { comparisons, samples: outcomes } = peopleTables();
const samples = outcomes.map(({ sample }) => sample);

/** By size the third pictures are the worst, by sharpness all are alike; the rest goes by the place. */
const qualities = outcomes.map(({ sample, failure }, place): SampleQuality => {
  if (failure !== '') return { measures: null, failure };
  const size = sample.endsWith('3.jpg') ? 10 + place / 100 : 40 + place / 100;
  const measures: QualityMeasures = { size, sharpness: 7, brightness: place / 100, score: 0.5, norm: 100 - place };
  return { measures, failure: '' };
});
const rows = discardRows(PLACE, { samples, qualities, comparisons, thresholds: THRESHOLDS });
const find = (group: string, metric: string, at = '') =>
  rows.find((row) => row.group === group && row.metric === metric && row.at === at);

describe('discardRows', () => {
  it('has one row for each measure, share, figure and threshold, and they fit the table', () => {
    expect(rows).toHaveLength(QUALITY_MEASURES.length * REPORTED_SHARES.length * (1 + 2 * THRESHOLDS.length));
    const names = rows.map(({ group, metric, at }) => [group, metric, at].join());
    expect(new Set(names).size).toBe(rows.length);
    for (const row of rows) expect(metricRowSchema.parse(row)).toEqual(row);
    expect(REPORTED_SHARES).not.toContain(0);
  });

  it('carries the operating point, the threshold and what set it', () => {
    for (const { at, threshold, from } of THRESHOLDS) {
      expect(find('discard size: worst 5%', 'FNMR-discard', at)).toMatchObject({
        ...PLACE,
        threshold,
        calibration: from,
      });
    }
    expect(find('discard size: worst 5%', 'discarded-passers-by')).toMatchObject({ threshold: null, calibration: '' });
  });

  it('counts what is left as a plain loop over the comparisons does', () => {
    const [{ at, threshold } = { at: '', threshold: 0 }] = THRESHOLDS;
    // Side b: every second and third picture, and every first one but that of the first person.
    const probes = [...new Set(comparisons.map(({ b }) => b))];
    const ranked = probes
      .map((b) => ({ b, size: qualities[samples.indexOf(b)]?.measures?.size ?? -1 }))
      .sort((p, q) => p.size - q.size);
    const gone = new Set(ranked.slice(0, Math.floor(0.2 * probes.length)).map(({ b }) => b));
    const missed = ({ score }: Comparison) => score === undefined || score < threshold;
    const mated = comparisons.filter((one) => one.mated);
    const left = comparisons.filter(({ b }) => !gone.has(b));
    const group = 'discard size: worst 20%';
    expect(find(group, 'discarded-passers-by')).toMatchObject({ over: 'samples' });
    expect(find(group, 'FNMR-discard', at)).toMatchObject({
      errors: left.filter((one) => one.mated && missed(one)).length,
      trials: left.filter((one) => one.mated).length,
      method: 'adjusted-wilson',
    });
    expect(find(group, 'FNMR-discard-counted', at)).toMatchObject({
      errors: mated.filter((one) => gone.has(one.b) || missed(one)).length,
      trials: mated.length,
    });
    // The third pictures are in no comparison with a stranger.
    expect(find(group, 'discarded-passers-by')).toMatchObject({ errors: 0, trials: 23 });
  });

  it('discards by a measure that says nothing the failed picture only', () => {
    // That one picture is a probe of mated comparisons only.
    expect(find('discard sharpness: worst 20%', 'discarded-passers-by')).toMatchObject({ errors: 0 });
    const plain = find('discard sharpness: worst 20%', 'FNMR-discard', '1e-1');
    const counted = find('discard sharpness: worst 20%', 'FNMR-discard-counted', '1e-1');
    expect((counted?.errors ?? 0) - (plain?.errors ?? 0)).toBe((counted?.trials ?? 0) - (plain?.trials ?? 0));
  });

  it('gives nothing where no threshold could be set, and refuses files that do not belong together', () => {
    const input = { samples, qualities, comparisons, thresholds: THRESHOLDS };
    expect(discardRows(PLACE, { ...input, thresholds: [] })).toEqual([]);
    expect(discardRows(PLACE, { ...input, comparisons: [] })).toEqual([]);
    expect(() => discardRows(PLACE, { ...input, samples: samples.map((name) => `x${name}`) })).toThrow(
      'The comparisons name the probe "p01/2.jpg", which is no sample of the task',
    );
    expect(() => discardRows(PLACE, { ...input, qualities: [] })).toThrow(
      'Each sample needs a quality, found 72 and 0',
    );
  });
});

it('a group of rows says what was discarded, and is read back', () => {
  expect(discardGroup({ measure: 'sharpness', share: 0.05 })).toBe('discard sharpness: worst 5%');
  for (const measure of QUALITY_MEASURES) {
    for (const share of [0.01, 0.07, 0.29, 0.005]) {
      expect(parseDiscardGroup(discardGroup({ measure, share }))).toEqual({ measure, share });
    }
  }
  for (const other of ['all', 'gender: female', 'discard luck: worst 5%', 'discard size: worst 500%']) {
    expect(parseDiscardGroup(other)).toBeUndefined();
  }
});
