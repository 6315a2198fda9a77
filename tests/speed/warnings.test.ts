import { describe, expect, it } from 'vitest';
import { latencyOf } from '../../src/speed/latency-of.js';
import type { Rounds } from '../../src/speed/rounds.js';
import { LIMITS, warningsOf } from '../../src/speed/warnings.js';
import { FACELESS, MODELS, picture, round, timed } from './made-up-rounds.js';

const steady = [picture(10), picture(11), FACELESS];
const quiet = [round(steady, 8, 5), round(steady, 8.2, 5.1)];

function warned(rounds: Rounds, { asked = 3, cores = 2, loadBefore = 0 as number | undefined } = {}) {
  const latency = latencyOf(
    rounds.rounds.flatMap(({ alone }) => alone),
    MODELS,
  );
  return warningsOf({ timed: rounds, latency, asked, cores, loadBefore });
}

it('there is nothing to warn of on a quiet machine', () => {
  expect(warned(timed(quiet, 0.02))).toEqual([]);
});

describe('warns of', () => {
  it('fewer pictures than were asked for', () => {
    expect(warned(timed(quiet, 0), { asked: 200 })).toEqual([{ kind: 'few-pictures', asked: 200, found: 3 }]);
  });

  it('a stage whose times differ widely', () => {
    const wide = [picture(3), picture(11), picture(31)];
    const found = warned(timed([round(wide, 8, 5)], 0));
    expect(found.map((one) => ('stage' in one ? one.stage : one.kind))).toEqual(['detect', 'template']);
    expect(found[0]).toMatchObject({ kind: 'wide', spread: 2.24 });
  });

  it('the same picture taking other times from round to round, though the rounds are as fast as each other', () => {
    const swapped = [picture(14), picture(8), FACELESS];
    const found = warned(timed([round([picture(10), picture(11), FACELESS], 8, 5), round(swapped, 8, 5)], 0));
    expect(found).toEqual([{ kind: 'unsteady', spread: 0.32456 }]);
  });

  it('rounds that differ, by the number of workers', () => {
    const found = warned(timed([round(steady, 8, 5), round(steady, 8, 4)], 0));
    expect(found).toEqual([{ kind: 'drift', workers: 2, spread: 0.22222 }]);
  });

  it('rounds that are over before the workers have started', () => {
    const found = warned(timed([round(steady, 2.9, 1.5)], 0));
    expect(found).toEqual([
      { kind: 'short', workers: 1, seconds: 2.9 },
      { kind: 'short', workers: 2, seconds: 1.5 },
    ]);
  });

  it('other programs at work, by the share of the cores', () => {
    const other = LIMITS.busy * 2 + 0.1;
    expect(warned(timed(quiet, other))).toEqual([{ kind: 'busy', otherCores: 0.3 }]);
    expect(warned(timed(quiet, other), { cores: 16 })).toEqual([]);
  });

  it('a load average only where the clocks of the cores tell nothing', () => {
    expect(warned(timed(quiet), { loadBefore: 1.5 })).toEqual([{ kind: 'loaded', loadBefore: 1.5 }]);
    expect(warned(timed(quiet, 0), { loadBefore: 1.5 })).toEqual([]);
    expect(warned(timed(quiet), { loadBefore: undefined })).toEqual([]);
  });
});
