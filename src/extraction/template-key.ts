import { cpus } from 'node:os';
import { decidingFields } from '../catalog/deciding-parts.js';
import type { ModelCard, NetworkInput, PlateDetectorCard, PlateReaderCard } from '../catalog/model-card.js';
import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { decoderVersions } from '../images/decoder-version.js';
import { deviceIdentity } from '../runtimes/devices/device-identity.js';
import { rewriteVersions } from '../runtimes/graph/rewrites.js';
import { runtimeVersions } from '../runtimes/runtime-version.js';
import {
  type ExtractionSample,
  type FaceSystem,
  isOnDevice,
  isPlateSystem,
  type LoadedModel,
  modelsOf,
  type PlateSystem,
  type System,
} from './extraction.js';

/**
 * Raised when the way from picture to template changes in this code, or what is kept beside a template, so that no old
 * template is taken for a new one.
 */
const PIPELINE_VERSION = 2;

/** Raised when a step of a condition gives another picture than before. */
const CONDITIONS_VERSION = 1;

/** Raised when the way from picture to reading changes. */
const PLATES_VERSION = 1;

/**
 * The digest of everything but the picture that decides a template or a reading: model bytes, how they are fed, graph
 * rewrites, detector, policy, crop, library versions, and the processor (last bits differ between kinds).
 */
export function systemKey(system: System): string {
  return sha256Of(
    canonicalJson({
      libraries: { ...decoderVersions(), ...runtimeVersions(usesTfjs(system)) },
      processor: `${process.arch} ${cpus()[0]?.model ?? 'unknown'}`,
      ...(modelsOf(system).some(isOnDevice) ? { device: deviceIdentity() } : {}),
      ...(isPlateSystem(system) ? plateParts(system) : faceParts(system)),
    }),
  );
}

/** Whether one of a system's networks runs on TensorFlow.js. */
export function usesTfjs(system: System): boolean {
  return modelsOf(system).some(({ card }) => (card.format ?? 'onnx') !== 'onnx');
}

function faceParts({ detector, landmarks, model, policy, flipSum }: FaceSystem) {
  return {
    version: PIPELINE_VERSION,
    detector: detector && {
      ...network(detector),
      reader: detector.card.detector,
      scoreThreshold: detector.card.scoreThreshold,
      nmsThreshold: detector.card.nmsThreshold,
    },
    landmarks: landmarks
      ? { ...network(landmarks), points: landmarks.card.points, ...given({ region: landmarks.card.region }) }
      : null,
    model: {
      ...network(model),
      dimensions: model.card.dimensions,
      rewrites: rewriteVersions(model.card.rewrites),
      ...given({ crop: model.card.crop, output: model.card.output }),
    },
    policy,
    flipSum,
  };
}

/** What of a model decides the numbers that its network gives. */
function network({ card, placement }: LoadedModel<ModelCard & { readonly input: NetworkInput }>) {
  const companions = card.companions.length > 0 ? card.companions.map(({ sha256 }) => sha256) : undefined;
  return { sha256: card.file.sha256, input: card.input, ...given({ format: card.format, companions, placement }) };
}

/** Without what is not given, so that a key stays what it was before there was such a thing. */
function given<T extends object>(parts: T): Partial<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function plateParts({ detector, reader, margin, labelMargin }: PlateSystem) {
  return {
    platesVersion: PLATES_VERSION,
    detector: decisive(detector),
    reader: decisive(reader),
    margin,
    labelMargin,
  };
}

/** What of a plate model decides its results. */
function decisive({ card, placement }: LoadedModel<PlateDetectorCard | PlateReaderCard>) {
  const asked = { companions: 'reader' in card ? card.companions : undefined, placement };
  return { ...decidingFields(card), ...given(asked) };
}

/**
 * The digest of one sample's content, the condition it is seen through and what is asked of it; undefined for a picture
 * that is missing. `given`: of a system that takes the face that the dataset marks, which then belongs to it.
 */
export function sampleKey(sample: ExtractionSample, given = false): string | undefined {
  if (sample.sha256 === undefined) return undefined;
  const { sha256, condition, plates } = sample;
  const through = condition ? { ...condition, version: CONDITIONS_VERSION } : null;
  const marked = given ? { face: sample.face ?? null } : {};
  return sha256Of(canonicalJson({ content: sha256, condition: through, ...(plates ? { plates } : {}), ...marked }));
}
