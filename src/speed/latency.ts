import type { ExtractionSample, System } from '../extraction/extraction.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { workerEntry } from '../workers/entry.js';
import { openPool } from '../workers/pool.js';
import type { LatencyTask, LatencyWorkerData } from './latency-worker.js';
import type { PictureTimes } from './picture-times.js';

/** Pictures that a message brings to the thread: few enough that an interrupt is answered soon. */
const AT_ONCE = 8;

/** A thread that works on pictures one at a time and times them. */
export interface LatencyThread {
  /** What every picture took, in their order. Throws `interrupted` when the signal was aborted. */
  time(samples: readonly ExtractionSample[], onProgress?: (done: number) => void): Promise<PictureTimes[]>;
  /** Reads every file once, so that none comes from the disk when it is timed. */
  read(samples: readonly ExtractionSample[]): Promise<void>;
  close(): Promise<void>;
}

/** Opens the thread; its networks are opened by the first picture and stay open. */
export function openLatencyThread(
  system: System,
  device: DeviceHost | undefined,
  signal: AbortSignal | undefined,
): LatencyThread {
  const workerData: LatencyWorkerData = { system };
  const pool = openPool<LatencyTask, PictureTimes[]>({
    file: workerEntry('speed/latency-worker.js'),
    handler: 'timePictures',
    workers: 1,
    workerData,
  });

  async function feed(samples: readonly ExtractionSample[], readOnly: boolean, onProgress?: (done: number) => void) {
    const timed: PictureTimes[] = [];
    const tasks: LatencyTask[] = [];
    for (let at = 0; at < samples.length; at += AT_ONCE) {
      tasks.push({ samples: samples.slice(at, at + AT_ONCE), readOnly });
    }
    await pool.feed(tasks, {
      ...(signal ? { signal } : {}),
      ...(device ? { line: () => device.line() } : {}),
      // One thread ends its tasks in their order.
      onResult(times) {
        timed.push(...times);
        onProgress?.(timed.length);
      },
    });
    return timed;
  }

  return {
    time: (samples, onProgress) => feed(samples, false, onProgress),
    async read(samples) {
      await feed(samples, true);
    },
    close: () => pool.close(),
  };
}
