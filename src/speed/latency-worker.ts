import { readFile } from 'node:fs/promises';
import type { MessagePort } from 'node:worker_threads';
import { workerData } from 'piscina';
import { askedOf } from '../extraction/asked-of.js';
import type { AnyExtraction, ExtractionSample, System } from '../extraction/extraction.js';
import { loadPicture } from '../extraction/load-picture.js';
import { openPlaced, takeLine } from '../extraction/open-placed.js';
import { openSystems } from '../extraction/open-systems.js';
import { addStage, noStageTimes, STAGES } from '../extraction/stage-times.js';
import type { OpenSystems } from '../extraction/stages.js';
import { limitSharp } from '../images/sharp-settings.js';
import { roleOf } from './model-sizes.js';
import type { PictureTimes } from './picture-times.js';
import { resultsOf } from './results-of.js';
import type { ModelRole } from './speed-report.js';
import { timedNetwork } from './timed-network.js';

/** What the thread is given when it starts. */
export interface LatencyWorkerData {
  readonly system: System;
}

/** A few pictures, to be worked on one after another. */
export interface LatencyTask {
  readonly samples: readonly ExtractionSample[];
  /** Only read, so that all files are in the system's memory before one is timed. */
  readonly readOnly: boolean;
  /** A line to the thread of the device, where a network runs on one. */
  readonly line?: MessagePort;
}

let opened: Promise<OpenSystems<AnyExtraction>> | undefined;
let passes: { role: ModelRole; ms: number }[] = [];

/** Works on pictures as extraction does, but one wholly before the next, and gives what each of them took. */
export async function timePictures({ samples, readOnly, line }: LatencyTask): Promise<PictureTimes[]> {
  takeLine(line);
  if (readOnly) {
    // One that cannot be read is found out when it is timed.
    for (const { path } of samples) if (path !== undefined) await readFile(path).catch(() => undefined);
    return [];
  }
  opened ??= openTimed((workerData as LatencyWorkerData).system);
  const systems = await opened;
  const timed: PictureTimes[] = [];
  for (const sample of samples) timed.push(await timePicture(systems, sample));
  return timed;
}

function openTimed(system: System): Promise<OpenSystems<AnyExtraction>> {
  limitSharp();
  return openSystems([system], async (model) => {
    const role = roleOf(system, model);
    return timedNetwork(await openPlaced(model), (ms) => passes.push({ role, ms }));
  });
}

async function timePicture(systems: OpenSystems<AnyExtraction>, sample: ExtractionSample): Promise<PictureTimes> {
  const { path, sha256, condition } = sample;
  const times = noStageTimes();
  passes = [];
  if (path === undefined || sha256 === undefined) {
    return { total: 0, stages: {}, networks: [], ...resultsOf(undefined) };
  }
  const start = performance.now();
  const loaded = await loadPicture({ path, sha256, condition }, (picture) => systems.findFace(picture, sample.face));
  if ('state' in loaded) {
    return { total: performance.now() - start, stages: {}, networks: passes, ...resultsOf(loaded) };
  }
  addStage(times, 'load', start);
  const [extraction] = await systems.extract(loaded.picture, [0], times, askedOf(sample, loaded));
  const total = performance.now() - start;
  const met = STAGES.filter((stage) => times[stage] > 0).map((stage) => [stage, times[stage]]);
  return { total, stages: Object.fromEntries(met), networks: passes, ...resultsOf(extraction) };
}
