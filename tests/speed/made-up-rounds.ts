import type { PictureTimes } from '../../src/speed/picture-times.js';
import type { Round, Rounds } from '../../src/speed/rounds.js';
import type { ModelSpeed } from '../../src/speed/speed-report.js';

/** A picture with one face: 1 ms to load, and what is left for the detector and the template in equal parts. */
export function picture(total: number): PictureTimes {
  const half = (total - 1) / 2;
  return {
    total,
    stages: { load: 1, detect: half, template: half },
    networks: [
      { role: 'detector', ms: half / 2 },
      { role: 'template', ms: half / 4 },
    ],
    results: 1,
  };
}

/** A picture without a face, which comes to two stages only. */
export const FACELESS: PictureTimes = {
  total: 5,
  stages: { load: 2, detect: 3 },
  networks: [{ role: 'detector', ms: 2 }],
  results: 0,
  failure: 'no-face',
};

export const MISSING: PictureTimes = { total: 0, stages: {}, networks: [], results: 0, failure: 'missing' };

/** A round of pictures, which one worker and two do in so many seconds. */
export function round(alone: readonly PictureTimes[], one: number, two?: number): Round {
  const pictures = alone.filter(({ failure }) => failure !== 'missing').length;
  const results = alone.reduce((sum, { results }) => sum + results, 0);
  const pass = (workers: number, seconds: number) => ({
    workers,
    seconds,
    processorSeconds: 0.75 * workers * seconds,
    pictures,
    results,
  });
  return { alone, passes: [pass(1, one), ...(two === undefined ? [] : [pass(2, two)])] };
}

export function timed(rounds: readonly Round[], otherCores?: number): Rounds {
  return { warmUp: 2, rounds, otherCores };
}

/** A detector and a template model. */
export const MODELS: readonly ModelSpeed[] = (['detector', 'template'] as const).map((role) => ({
  role,
  name: `a-${role}`,
  sha256: 'a'.repeat(64),
  licence: 'MIT',
  bytes: 1_250_000,
  precision: 'float32',
  placement: { device: 'cpu', runsOn: ['cpu'], batch: 1 },
}));
