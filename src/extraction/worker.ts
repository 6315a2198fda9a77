import type { MessagePort } from 'node:worker_threads';
import pLimit from 'p-limit';
import { workerData } from 'piscina';
import type { MarkedFace } from '../images/marked-face.js';
import { limitSharp } from '../images/sharp-settings.js';
import { askedOf } from './asked-of.js';
import type { AnyExtraction, CaptureCondition, PlateQuestion, System } from './extraction.js';
import { loadPicture } from './load-picture.js';
import { openPlaced, takeLine } from './open-placed.js';
import { openSystems } from './open-systems.js';
import { asPublished } from './plates-seen.js';
import { addStage, noStageTimes, type StageTimes } from './stage-times.js';
import type { OpenSystems } from './stages.js';

/** What a worker is given when it starts: groups of systems that share what is done before they differ. */
export interface ExtractionWorkerData {
  readonly groups: readonly (readonly System[])[];
}

/** One picture for some systems of one group. */
export interface ExtractionJob {
  readonly sample: number;
  readonly path: string;
  readonly sha256: string;
  readonly condition?: CaptureCondition;
  readonly plates?: PlateQuestion;
  readonly face?: MarkedFace;
  readonly wanted: readonly number[];
}

export interface ExtractionBatch {
  readonly group: number;
  readonly jobs: readonly ExtractionJob[];
  /** A line to the thread of the device, where networks of the group run on one. */
  readonly line?: MessagePort;
}

export interface ExtractionBatchResult {
  /** For each job, one extraction for each wanted system. */
  readonly extractions: readonly (readonly AnyExtraction[])[];
  readonly times: StageTimes;
}

/** Decoded pictures that a worker holds at a time where networks run on a device. */
const AT_ONCE = 8;

const opened = new Map<number, Promise<OpenSystems<AnyExtraction>>>();

/** Handles one batch; sessions are opened by the first batch that needs them and stay open. */
export async function extractBatch({ group, jobs, line }: ExtractionBatch): Promise<ExtractionBatchResult> {
  takeLine(line);
  const systems = await systemsOf(group);
  const times = noStageTimes();
  const extractions = line ? await severalAtOnce(systems, jobs, times) : await oneByOne(systems, jobs, times);
  return { extractions, times };
}

/** Networks block this thread: one picture after the other. */
async function oneByOne(systems: OpenSystems<AnyExtraction>, jobs: readonly ExtractionJob[], times: StageTimes) {
  const extractions: AnyExtraction[][] = [];
  // A picture is decoded outside this thread, so the next one is begun before the networks block the thread.
  const load = (job: ExtractionJob | undefined) =>
    job && loadPicture(job, (picture) => systems.findFace(picture, job.face));
  let next = load(jobs[0]);
  for (const [index, job] of jobs.entries()) {
    const start = performance.now();
    const loaded = await next;
    addStage(times, 'load', start);
    next = load(jobs[index + 1]);
    // What goes wrong with the next picture is thrown when its turn comes.
    next?.catch(() => {});
    if (loaded) extractions.push(await extractOne(systems, job, loaded, times));
  }
  return extractions;
}

/**
 * Networks compute in another thread, which is given several pictures at once. A stage's time then holds the wait for that
 * thread. When one fails all are awaited: what still computes must not be torn down.
 */
async function severalAtOnce(systems: OpenSystems<AnyExtraction>, jobs: readonly ExtractionJob[], times: StageTimes) {
  const limit = pLimit(AT_ONCE);
  const done = await Promise.allSettled(
    jobs.map((job) =>
      limit(async () => {
        const start = performance.now();
        const loaded = await loadPicture(job, (picture) => systems.findFace(picture, job.face));
        addStage(times, 'load', start);
        return extractOne(systems, job, loaded, times);
      }),
    ),
  );
  return done.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

async function extractOne(
  systems: OpenSystems<AnyExtraction>,
  job: ExtractionJob,
  loaded: Awaited<ReturnType<typeof loadPicture>>,
  times: StageTimes,
): Promise<AnyExtraction[]> {
  if ('state' in loaded) return job.wanted.map(() => loaded);
  const found = await systems.extract(loaded.picture, job.wanted, times, askedOf(job, loaded));
  return found.map((one) => ('plates' in one ? asPublished(one, loaded) : one));
}

function systemsOf(group: number): Promise<OpenSystems<AnyExtraction>> {
  let systems = opened.get(group);
  if (!systems) {
    limitSharp();
    const members = (workerData as ExtractionWorkerData).groups[group];
    if (!members) throw new RangeError(`there is no group ${group}`);
    systems = openSystems(members, openPlaced);
    opened.set(group, systems);
  }
  return systems;
}
