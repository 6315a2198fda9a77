import { availableParallelism, loadavg } from 'node:os';
import { describeDataset, describeEnvironment, describeSuite } from '../benchmark/describe.js';
import { type SmallerBatch, withDevice } from '../benchmark/with-device.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { placesContext } from '../catalog/places.js';
import { isOnDevice, modelsOf, type System } from '../extraction/extraction.js';
import { packageVersion } from '../files/package-folder.js';
import { stepTexts } from '../images/conditions/step-schema.js';
import type { DatasetRecord } from '../results/run-record.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { workerCount } from '../workers/worker-count.js';
import { describeModels } from './model-sizes.js';
import { kindOf, type PreparedSpeed, prepareSpeed } from './prepare-speed.js';
import { timeRounds } from './rounds.js';
import { checkSettings, type SpeedOptions } from './speed-options.js';
import { SPEED_SCHEMA, type SpeedEnvironment, type SpeedReport, type SystemSpeed } from './speed-report.js';
import { systemSpeed } from './system-speed.js';

/**
 * Measures how fast the systems of a suite are on this machine: the time of every stage of one picture alone, and what
 * one worker and all of them get done in a second, in rounds that alternate. Nothing comes from the template cache and
 * nothing is left in it. Throws FalsematchError: `input` for a bad option or suite, `unavailable` when nothing can be
 * measured, `interrupted` when the signal was aborted.
 */
export async function measureSpeed(options: SpeedOptions): Promise<SpeedReport> {
  const settings = { ...checkSettings(options), workers: workerCount(options.workers) };
  const context = await placesContext(options);
  const onSmaller = (smaller: SmallerBatch) => options.onEvent?.({ kind: 'smaller-batch', ...smaller });
  return withDevice(context.home, onSmaller, (device) => measure(options, settings, context, device));
}

async function measure(
  options: SpeedOptions,
  settings: Pick<SystemSettings, 'pictures' | 'rounds' | 'workers'>,
  context: ObtainContext,
  device: DeviceHost,
): Promise<SpeedReport> {
  const started = new Date().toISOString();
  const loadBefore = process.platform === 'win32' ? undefined : loadavg()[0];
  const prepared = await prepareSpeed(options, settings.pictures, context, device);
  const { suite, systems, condition, tools, notMeasured } = prepared;
  const environment: SpeedEnvironment = {
    ...describeEnvironment(systems, tools),
    cores: availableParallelism(),
    ...(loadBefore === undefined ? {} : { loadBefore }),
  };
  const measured: SystemSpeed[] = [];
  // One after another: two at once would slow each other.
  for (const system of systems) {
    measured.push(await measureSystem(system, prepared, { ...settings, environment, options, device }));
  }
  const { name, title, sha256 } = describeSuite(suite);
  return {
    schema: SPEED_SCHEMA,
    tool: { name: 'falsematch', version: packageVersion() },
    suite: { name, title, sha256 },
    started,
    environment,
    settings: {
      ...settings,
      ...(options.of ? { of: options.of } : {}),
      ...(condition ? { condition: { name: condition.name, does: stepTexts(condition.steps) } } : {}),
    },
    datasets: datasetsOf(prepared),
    systems: measured,
    notMeasured: notMeasured.map(({ what, reason }) => ({ what, reason })),
  };
}

interface SystemSettings {
  readonly pictures: number;
  readonly rounds: number;
  readonly workers: number;
  readonly environment: SpeedEnvironment;
  readonly options: SpeedOptions;
  readonly device: DeviceHost;
}

async function measureSystem(
  system: System,
  { pictures, tools }: PreparedSpeed,
  { pictures: asked, rounds, workers, environment: { cores, loadBefore }, options, device }: SystemSettings,
): Promise<SystemSpeed> {
  const kind = kindOf(system);
  const { name } = system;
  const timed = await timeRounds(pictures.get(kind)?.samples ?? [], system, {
    rounds,
    workers: workers === 1 ? [1] : [1, workers],
    device: modelsOf(system).some(isOnDevice) ? device : undefined,
    signal: options.signal,
    onProgress: (done, total) => options.onEvent?.({ kind: 'timing', system: name, done, total }),
  });
  // A program outside that takes part would be taken for one that is in the way.
  const otherCores = Object.keys(tools).length > 0 ? undefined : timed.otherCores;
  const models = await describeModels(system);
  return systemSpeed({ name, kind, models, timed: { ...timed, otherCores }, asked, cores, loadBefore });
}

/** Every dataset once, by its key. */
function datasetsOf({ pictures }: PreparedSpeed): DatasetRecord[] {
  const all = new Map([...pictures.values()].flatMap(({ datasets }) => [...datasets]));
  return [...all].map(([key, dataset]) => describeDataset(key, dataset));
}
