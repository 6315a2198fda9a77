import { workerData } from 'piscina';
import type { MarkedFace } from '../images/marked-face.js';
import { limitSharp } from '../images/sharp-settings.js';
import type { AnyExtraction, CaptureCondition, PlateQuestion, System } from './extraction.js';
import { loadPicture } from './load-picture.js';
import { openSystems } from './open-systems.js';
import { asPublished, seenQuestion } from './plates-seen.js';
import { seenFace } from './seen-face.js';
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
}

export interface ExtractionBatchResult {
  /** For each job, one extraction for each wanted system. */
  readonly extractions: readonly (readonly AnyExtraction[])[];
  readonly times: StageTimes;
}

const opened = new Map<number, Promise<OpenSystems<AnyExtraction>>>();

/** Handles one batch; sessions are opened by the first batch that needs them and stay open. */
export async function extractBatch({ group, jobs }: ExtractionBatch): Promise<ExtractionBatchResult> {
  const systems = await systemsOf(group);
  const times = noStageTimes();
  const extractions: AnyExtraction[][] = [];
  // A picture is decoded outside this thread, so the next one is begun before the networks block the thread.
  const load = (job: ExtractionJob | undefined) =>
    job && loadPicture(job, (picture) => systems.findFace(picture, job.face));
  let next = load(jobs[0]);
  for (const [index, { wanted, plates, face }] of jobs.entries()) {
    const start = performance.now();
    const loaded = await next;
    addStage(times, 'load', start);
    next = load(jobs[index + 1]);
    // What goes wrong with the next picture is thrown when its turn comes.
    next?.catch(() => {});
    if (!loaded) continue;
    if ('state' in loaded) {
      extractions.push(wanted.map(() => loaded));
      continue;
    }
    const asked = {
      ...(plates ? { plates: seenQuestion(plates, loaded) } : {}),
      ...(face ? { face: seenFace(face, loaded) } : {}),
    };
    const found = await systems.extract(loaded.picture, wanted, times, asked);
    extractions.push(found.map((one) => ('plates' in one ? asPublished(one, loaded) : one)));
  }
  return { extractions, times };
}

function systemsOf(group: number): Promise<OpenSystems<AnyExtraction>> {
  let systems = opened.get(group);
  if (!systems) {
    limitSharp();
    const members = (workerData as ExtractionWorkerData).groups[group];
    if (!members) throw new RangeError(`there is no group ${group}`);
    systems = openSystems(members);
    opened.set(group, systems);
  }
  return systems;
}
