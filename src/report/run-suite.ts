import { resolve } from 'node:path';
import { addConditions } from '../benchmark/conditions/add-conditions.js';
import { loadSuite } from '../benchmark/load-suite.js';
import { type MeasuredRun, measureSuite, type RunEvent } from '../benchmark/measure-suite.js';
import { overrideSuite, type SuiteOverrides } from '../benchmark/override-suite.js';
import type { ObtainEvent } from '../catalog/obtain-event.js';
import { placesContext } from '../catalog/places.js';
import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { stageFolder } from '../files/stage-folder.js';
import type { FileContent } from '../results/file-content.js';
import { writeFiles } from '../results/write-run.js';
import { parseDevices } from '../runtimes/devices/device-choice.js';
import { workerCount } from '../workers/worker-count.js';
import { packagedVerdicts } from './claims/run-verdicts.js';
import { keepIfSame } from './keep-if-same.js';
import { reportFiles } from './report-files.js';

/** Options of a run; every one has a default but the suite. */
export interface RunOptions extends SuiteOverrides {
  /** A suite's name, or the path of a suite file. */
  readonly suite: string;
  /** The run directory, which must not exist or be empty; default: `runs/<suite>-<first 12 digits of the digest>`. */
  readonly out?: string;
  /** Where weights, datasets and templates are kept; see `resolveHome`. */
  readonly home?: string;
  /** A folder or address that is looked in before anything is fetched; default: FALSEMATCH_MIRROR. */
  readonly mirror?: string;
  readonly offline?: boolean;
  /** Worker threads; default: one a core. */
  readonly workers?: number;
  /** What networks run on: a device for all, and `MODEL=DEVICE` for those that differ, such as `webgpu`, `scrfd-500m=cpu`; default: cpu. */
  readonly device?: readonly string[];
  /** Names of conditions, or paths of their files, to measure every fitting task through as well. */
  readonly conditions?: readonly string[];
  /** Refuse to run when a model of the suite cannot be had. */
  readonly strict?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent | ObtainEvent) => void;
}

/** A run and the directory that holds it. */
export interface PublishedRun extends MeasuredRun {
  readonly directory: string;
}

/**
 * The main job: obtains what a suite names, measures it and writes a run directory with its reports.
 * The directory appears whole or not at all. Throws FalsematchError: `input` for a bad option or suite, `unavailable`
 * when nothing can be measured, `interrupted` when the signal was aborted (the same call goes on from there).
 */
export async function runSuite(options: RunOptions): Promise<PublishedRun> {
  const { out, signal, onEvent } = options;
  if (out !== undefined && (out === '' || resolve(out) === process.cwd())) {
    throw new FalsematchError('--out must name a new folder, not the one you stand in; write --out runs/mine.');
  }
  const workers = workerCount(options.workers);
  const devices = parseDevices(options.device ?? []);
  const overridden = overrideSuite(await loadSuite(options.suite), options);
  const suite = await addConditions(overridden, options.conditions ?? []);
  const folder = await stageFolder(out ?? `runs/${suite.name}-unfinished`);
  try {
    const run = await measureSuite(suite, {
      context: await placesContext(options),
      workers,
      devices,
      strict: options.strict ?? false,
      ...(signal ? { signal } : {}),
      ...(onEvent ? { onEvent } : {}),
    });
    const directory = out ?? `runs/${suite.name}-${run.digest.slice(0, 12)}`;
    await writeFiles(
      folder,
      new Map<string, FileContent>([...run.files, ...reportFiles({ ...run, verdicts: await packagedVerdicts(run) })]),
    );
    await writeFiles(folder, new Map([['timings.json', canonicalJson(run.timings)]]));
    if (out !== undefined || !(await keepIfSame(directory, run.digest))) await folder.commit(directory);
    return { ...run, directory: resolve(directory) };
  } finally {
    await folder.discard();
  }
}
