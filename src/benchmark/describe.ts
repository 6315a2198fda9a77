import { cpus } from 'node:os';
import type { FaceDetectorCard, ModelCard, PlateDetectorCard } from '../catalog/model-card.js';
import type { AppliedList } from '../datasets/attribute-lists/apply-list.js';
import type { Dataset } from '../datasets/open-dataset.js';
import { isPlateSystem, type LoadedModel, modelsOf, type System } from '../extraction/extraction.js';
import { usesTfjs } from '../extraction/template-key.js';
import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { stepTexts } from '../images/conditions/step-schema.js';
import { decoderVersions } from '../images/decoder-version.js';
import { taskDigest } from '../results/consistency.js';
import type { DatasetRecord, RunRecord, SystemRecord, TaskRecord } from '../results/run-record.js';
import type { ModelRecord } from '../results/system-record.js';
import { DEVICES } from '../runtimes/devices/device.js';
import { type DeviceIdentity, deviceIdentity } from '../runtimes/devices/device-identity.js';
import { rewriteVersions } from '../runtimes/graph/rewrites.js';
import { runtimeVersions } from '../runtimes/runtime-version.js';
import type { PlannedSuite, PlannedTask, TaskCondition } from './conditions/expand-conditions.js';
import type { PreparedTask } from './protocols/protocol.js';

/** How the run's record names a suite. */
export function describeSuite(suite: PlannedSuite): RunRecord['suite'] {
  const { name, title, description } = suite;
  return { name, title, ...(description ? { description: description.trim() } : {}), sha256: suiteDigest(suite) };
}

/** SHA-256 of everything that a suite says, with the steps of its conditions and what it leaves to be usual. */
export function suiteDigest(suite: PlannedSuite): string {
  return sha256Of(canonicalJson(suite));
}

/** How the run's record names a system. */
export function describeSystem(system: System): SystemRecord {
  if (isPlateSystem(system)) {
    const { name, detector, reader, margin, labelMargin } = system;
    return {
      name,
      detector: { ...describeModel(detector), ...describeDetection(detector.card) },
      reader: { ...describeModel(reader), input: reader.card.input.size },
      margin,
      labelMargin,
    };
  }
  const { name, model, detector, landmarks, policy, flipSum } = system;
  return {
    name,
    model: {
      ...describeModel(model),
      rewrites: rewriteVersions(model.card.rewrites),
      crop: model.card.input.size,
      ...(model.card.crop ? { cropBy: model.card.crop } : {}),
    },
    ...(detector ? { detector: { ...describeModel(detector), ...describeDetection(detector.card) } } : {}),
    ...(landmarks ? { landmarks: describeModel(landmarks) } : {}),
    policy,
    flipSum,
  };
}

function describeDetection({ scoreThreshold, nmsThreshold, input }: FaceDetectorCard | PlateDetectorCard) {
  return { scoreThreshold, nmsThreshold, input: input.size };
}

/** How the record names a model, and where its network runs. */
export function describeModel({ card, placement, parity }: LoadedModel<ModelCard>): ModelRecord {
  // A reader's list of characters is no weights; its digest stands in the card.
  const weights = card.kind === 'plate-reader' ? [] : card.companions;
  return {
    name: card.name,
    sha256: card.file.sha256,
    licence: card.licence.name,
    ...(weights.length > 0 ? { companions: weights.map(({ sha256 }) => sha256) } : {}),
    ...(card.precision ? { precision: card.precision } : {}),
    ...(placement ? { placement: { ...placement, runsOn: [...placement.runsOn], ...(parity ? { parity } : {}) } } : {}),
  };
}

/** How the run's record names a dataset. */
export function describeDataset(key: string, { card, digest, samples, attributeLists }: Dataset): DatasetRecord {
  const subjects = new Set(samples.flatMap(({ subject }) => (subject === undefined ? [] : [subject])));
  return {
    key,
    name: card.name,
    title: card.title,
    digest,
    samples: samples.length,
    ...(subjects.size > 0 ? { subjects: subjects.size } : {}),
    licence: card.licence.name,
    consent: card.consent,
    ...(card.generate || card.drawn ? { drawn: true as const } : {}),
    ...(card.labelFloor ? { labelFloor: card.labelFloor } : {}),
    ...(attributeLists ? { attributeLists: attributeLists.map(describeList) } : {}),
  };
}

function describeList({ provides, ...list }: AppliedList): NonNullable<DatasetRecord['attributeLists']>[number] {
  return { ...list, provides: [...provides] };
}

/** How the run's record names a task, with the digest of all that defines it. */
export function describeTask(
  suite: PlannedSuite,
  task: PlannedTask,
  dataset: Dataset,
  prepared: PreparedTask,
): TaskRecord {
  const record = {
    id: task.id,
    title: task.title ?? task.id,
    protocol: task.protocol,
    dataset: dataset.card.name,
    at: 'at' in task ? task.at : [],
    level: suite.level,
    ...(task.caveat ? { caveat: task.caveat.trim() } : {}),
    ...prepared.record,
    ...(task.protocol === 'pairs' && task.calibrate ? { calibrate: task.calibrate } : {}),
    ...(task.condition ? { condition: describeCondition(task.condition) } : {}),
    ...(task.protocol === 'recapture' ? { capture: task.capture, nonMatedFrom: task.nonMatedFrom } : {}),
  };
  return { ...record, digest: taskDigest(record, dataset.digest) };
}

function describeCondition({ steps, ...condition }: TaskCondition): NonNullable<TaskRecord['condition']> {
  return { ...condition, steps: steps.map((step) => ({ ...step })), does: stepTexts(steps) };
}

const NO_GRAPHICS: Pick<DeviceIdentity, 'nvidia' | 'driver'> = { nvidia: [] };

/** The machine as far as it may decide the last bits of a template; no name of host or user. */
export function describeEnvironment(
  systems: readonly System[],
  tools: Readonly<Record<string, string>>,
): RunRecord['environment'] {
  const devices = systems.flatMap(modelsOf).map(({ placement }) => placement?.device ?? 'cpu');
  const { nvidia, driver } = devices.every((device) => device === 'cpu') ? NO_GRAPHICS : deviceIdentity();
  return {
    device: DEVICES.filter((device) => devices.includes(device)).join(', '),
    ...(nvidia.length > 0 ? { graphics: [...nvidia, ...(driver ? [driver] : [])] } : {}),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    architecture: process.arch,
    platform: process.platform,
    node: process.version,
    libraries: { ...runtimeVersions(systems.some(usesTfjs)), ...decoderVersions(), ...tools },
  };
}
