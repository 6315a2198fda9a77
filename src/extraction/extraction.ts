import type { FaceDetectorCard, FaceLandmarksCard, FaceTemplateCard } from '../catalog/model-card.js';
import type { FacePolicy } from '../faces/choose-face.js';
import type { FivePoints } from '../faces/face.js';
import type { Box } from '../images/box.js';
import type { Recapture } from '../images/conditions/recapture.js';

/** A model card with the verified file that holds its bytes. */
export interface LoadedModel<Card> {
  readonly card: Card;
  readonly path: string;
}

/** Everything that turns a picture into templates: its parts decide the templates, so all of them are in the cache key. */
export interface FaceSystem {
  /** The name under which results are reported. */
  readonly name: string;
  readonly detector: LoadedModel<FaceDetectorCard>;
  readonly landmarks?: LoadedModel<FaceLandmarksCard>;
  readonly model: LoadedModel<FaceTemplateCard>;
  readonly policy: FacePolicy;
  readonly flipSum: boolean;
}

/** What is done to a decoded picture before a face is looked for. */
export type CaptureCondition = { readonly kind: 'recapture' } & Recapture;

/** One picture to extract; `path` is absent when the dataset names a picture that is not there. */
export interface ExtractionSample {
  readonly id: string;
  readonly path?: string;
  readonly sha256?: string;
  readonly condition?: CaptureCondition;
}

/** Why a picture gave no template. */
export const FAILURE_REASONS = ['missing', 'unreadable', 'no-face', 'unalignable', 'bad-template'] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface ExtractedFace {
  readonly box: Box;
  readonly score: number;
  readonly points: FivePoints;
  /** Unit length; its dot product with another is the cosine similarity. */
  readonly template: Float32Array;
}

/** What became of one picture. A failure is a result: it is counted, never dropped. */
export type Extraction =
  | { readonly state: 'ok'; readonly faces: readonly ExtractedFace[] }
  | { readonly state: 'failed'; readonly reason: FailureReason; readonly detail: string };
