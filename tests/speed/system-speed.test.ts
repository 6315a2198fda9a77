import { expect, it } from 'vitest';
import { systemSpeed } from '../../src/speed/system-speed.js';
import { FACELESS, MISSING, MODELS, picture, round, timed } from './made-up-rounds.js';

const base = { name: 'mine', kind: 'faces', models: MODELS, asked: 4, cores: 2, loadBefore: 0.25 } as const;

it('counts every picture once, however many rounds there were, and failures by their reason', () => {
  const alone = [picture(10), FACELESS, MISSING, FACELESS];
  const speed = systemSpeed({ ...base, timed: timed([round(alone, 8, 5), round(alone, 8, 5)], 0.123456) });
  expect(speed).toMatchObject({ state: 'timed', pictures: 4, failures: { 'no-face': 2, missing: 1 }, rounds: 2 });
  if (speed.state !== 'timed') throw new Error('it was timed');
  expect([speed.warmUp, speed.otherCores, speed.latency.picture.times]).toEqual([2, 0.12346, 2]);
  expect(speed.throughput).toHaveLength(2);
});

it('a system that gave nothing has no figures', () => {
  const speed = systemSpeed({ ...base, timed: timed([{ alone: [FACELESS, MISSING], passes: [] }]) });
  expect(speed).toEqual({
    state: 'no-result',
    name: 'mine',
    kind: 'faces',
    models: MODELS,
    pictures: 2,
    failures: { 'no-face': 1, missing: 1 },
  });
});
