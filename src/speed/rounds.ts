import type { ExtractionSample, System } from '../extraction/extraction.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { openLatencyThread } from './latency.js';
import { otherCores, processorClocks } from './other-programs.js';
import type { PictureTimes } from './picture-times.js';
import { type Pass, timePass } from './throughput.js';

/** One round: every picture alone, then all of them with each number of workers. */
export interface Round {
  /** In the order of the pictures. */
  readonly alone: readonly PictureTimes[];
  readonly passes: readonly Pass[];
}

/** All rounds of a system. */
export interface Rounds {
  readonly warmUp: number;
  readonly rounds: readonly Round[];
  /** Cores that other programs used meanwhile; undefined where that cannot be told. */
  readonly otherCores: number | undefined;
}

export interface RoundsOptions {
  readonly rounds: number;
  /** Numbers of workers, least first. */
  readonly workers: readonly number[];
  /** The thread of the device, where a network runs on one. */
  readonly device: DeviceHost | undefined;
  readonly signal: AbortSignal | undefined;
  /** Pictures, each counted as often as it is worked on. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Pictures that are worked on before anything is counted. */
const WARM_UP = 10;

/**
 * Times a system on pictures, round after round, so that a machine whose speed drifts slows all figures alike. The first
 * round is the only one when no picture gives anything.
 */
export async function timeRounds(
  samples: readonly ExtractionSample[],
  system: System,
  { rounds, workers, device, signal, onProgress }: RoundsOptions,
): Promise<Rounds> {
  const warming = samples.slice(0, WARM_UP);
  const total = warming.length + rounds * (1 + workers.length) * samples.length;
  let done = 0;
  const progress = (within: number) => onProgress(done + within, total);
  const thread = openLatencyThread(system, device, signal);
  try {
    await thread.read(samples);
    await thread.time(warming, progress);
    done += warming.length;
    const before = processorClocks();
    const timed: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const alone = await thread.time(samples, progress);
      done += samples.length;
      if (alone.every(({ results }) => results === 0))
        return { warmUp: warming.length, rounds: [{ alone, passes: [] }], otherCores: undefined };
      const passes: Pass[] = [];
      for (const count of workers) {
        passes.push(await timePass(samples, system, { workers: count, device, signal, onProgress: progress }));
        done += samples.length;
      }
      timed.push({ alone, passes });
    }
    return { warmUp: warming.length, rounds: timed, otherCores: otherCores(before, processorClocks()) };
  } finally {
    await thread.close();
  }
}
