import { cpus } from 'node:os';
import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { decoderVersions } from '../images/decoder-version.js';
import { rewriteVersions } from '../runtimes/graph/rewrites.js';
import { runtimeVersions } from '../runtimes/runtime-version.js';
import type { ExtractionSample, FaceSystem } from './extraction.js';

/** Raised when the way from picture to template changes in this code, so that no old template is taken for a new one. */
const PIPELINE_VERSION = 1;

/**
 * The digest of everything but the picture that decides a template: model bytes, how they are fed, graph rewrites,
 * detector, policy, crop, library versions, and the processor (last bits differ between kinds).
 */
export function systemKey(system: FaceSystem): string {
  const { detector, landmarks, model } = system;
  return sha256Of(
    canonicalJson({
      version: PIPELINE_VERSION,
      libraries: { ...decoderVersions(), ...runtimeVersions() },
      processor: `${process.arch} ${cpus()[0]?.model ?? 'unknown'}`,
      detector: {
        sha256: detector.card.file.sha256,
        reader: detector.card.detector,
        input: detector.card.input,
        scoreThreshold: detector.card.scoreThreshold,
        nmsThreshold: detector.card.nmsThreshold,
      },
      landmarks: landmarks
        ? { sha256: landmarks.card.file.sha256, input: landmarks.card.input, points: landmarks.card.points }
        : null,
      model: {
        sha256: model.card.file.sha256,
        input: model.card.input,
        dimensions: model.card.dimensions,
        rewrites: rewriteVersions(model.card.rewrites),
      },
      policy: system.policy,
      flipSum: system.flipSum,
    }),
  );
}

/** The digest of one sample's content and the condition it is seen through; undefined for a picture that is missing. */
export function sampleKey(sample: ExtractionSample): string | undefined {
  if (sample.sha256 === undefined) return undefined;
  return sha256Of(canonicalJson({ content: sample.sha256, condition: sample.condition ?? null }));
}
