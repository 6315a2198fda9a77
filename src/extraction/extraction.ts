import type {
  FaceDetectorCard,
  FaceLandmarksCard,
  FaceTemplateCard,
  ModelCard,
  PlateDetectorCard,
  PlateMargin,
  PlateReaderCard,
} from '../catalog/model-card.js';
import type { DetectedPolicy } from '../faces/choose-face.js';
import type { FivePoints } from '../faces/face.js';
import type { Box, Corners } from '../images/box.js';
import type { Step } from '../images/conditions/step.js';
import type { MarkedFace } from '../images/marked-face.js';
import type { DetectedPlate, PlateReading } from '../plates/plate.js';
import type { Device } from '../runtimes/devices/device.js';

/** A model card with the verified files that hold its bytes, and where its network runs. */
export interface LoadedModel<Card> {
  readonly card: Card;
  readonly path: string;
  /** The paths of the card's companions, in its order. */
  readonly companions: readonly string[];
  /** Absent: on onnxruntime's processor provider, picture by picture. */
  readonly placement?: Placement;
  /** Whether what it gives there was held against what the processor gives, and was near enough. */
  readonly parity?: Parity;
}

export type Parity = 'passed' | 'failed' | 'not-checked';

/** Where a network runs, as far as it decides what comes out. */
export interface Placement {
  readonly device: Device;
  /** What its nodes run on, what most of them run on first. */
  readonly runsOn: readonly string[];
  /** How many pictures every pass takes. */
  readonly batch: number;
}

/** Everything that turns a picture into templates: its parts decide the templates, so all of them are in the cache key. */
export type FaceSystem = FaceFinding & {
  /** The name under which results are reported. */
  readonly name: string;
  readonly model: LoadedModel<FaceTemplateCard>;
  readonly flipSum: boolean;
};

/** How a system knows where the face is: by a detector, or because the dataset marks it. */
export type FaceFinding =
  | {
      readonly policy: DetectedPolicy;
      readonly detector: LoadedModel<FaceDetectorCard>;
      readonly landmarks?: LoadedModel<FaceLandmarksCard>;
    }
  | { readonly policy: 'given'; readonly detector?: undefined; readonly landmarks?: undefined };

/** Everything that turns a picture into readings of number plates; all of it is in the cache key too. */
export interface PlateSystem {
  /** The name under which results are reported. */
  readonly name: string;
  readonly detector: LoadedModel<PlateDetectorCard>;
  readonly reader: LoadedModel<PlateReaderCard>;
  /** What is added around a plate before it is read, where the detector found it and where the dataset says that it is. */
  readonly margin: PlateMargin;
  readonly labelMargin: PlateMargin;
}

export type System = FaceSystem | PlateSystem;

export function isPlateSystem(system: System): system is PlateSystem {
  return 'reader' in system;
}

export function isFaceSystem(system: System): system is FaceSystem {
  return !isPlateSystem(system);
}

/** Whether a model's network runs on a device, in the one thread that talks to it. */
export function isOnDevice({ placement }: LoadedModel<ModelCard>): boolean {
  return placement !== undefined && placement.device !== 'cpu';
}

/** The models of a system, in the order in which a picture meets them. */
export function modelsOf(system: System): LoadedModel<ModelCard>[] {
  if (isPlateSystem(system)) return [system.detector, system.reader];
  const { detector, landmarks, model } = system;
  return [...(detector ? [detector] : []), ...(landmarks ? [landmarks] : []), model];
}

/** What is done to a decoded picture before anything is looked for in it; all of it is in the cache key. */
export interface CaptureCondition {
  readonly steps: readonly Step[];
  /** With the picture's content, what its random numbers come from. */
  readonly seed: number;
  /** Pixels per metre at the subject of the picture as published; absent: not known. */
  readonly density?: number;
  /** The corners of the plates that the dataset marks. */
  readonly plates?: readonly Corners[];
  /** Programs outside that do part of it, by name, with their versions. */
  readonly tools?: Readonly<Record<string, string>>;
}

/** One picture to extract; `path` is absent when the dataset names a picture that is not there. */
export interface ExtractionSample {
  readonly id: string;
  readonly path?: string;
  readonly sha256?: string;
  readonly condition?: CaptureCondition;
  /** Asked of plate systems only. */
  readonly plates?: PlateQuestion;
  /** The face that the dataset marks; told to systems of the policy "given" only. */
  readonly face?: MarkedFace;
}

/** What is asked of a picture besides the plates that a system finds in it. */
export interface PlateQuestion {
  /** The characters that a reader of many scripts may give; absent: all that it knows. */
  readonly alphabet?: string;
  /** Places that the dataset gives, read as if they had been found; neither box nor corners: the whole picture. */
  readonly given: readonly { readonly box?: Box; readonly corners?: Corners }[];
}

/** Why a picture gave no template, or could not be searched for plates. */
export const FAILURE_REASONS = [
  'missing',
  'unreadable',
  'too-small',
  'no-face',
  'unalignable',
  'bad-template',
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** What is known of a face's quality besides the detector's score, to four significant digits. */
export interface FaceQuality {
  /** The distance of the two eyes, in pixels of the picture as the system saw it. */
  readonly size: number;
  /** The variance of the Laplacian of the crop that the template model took (src/images/quality/sharpness.ts). */
  readonly sharpness: number;
  /** The mean luminance of that crop, in linear light: 0 black, 1 white (src/images/quality/brightness.ts). */
  readonly brightness: number;
  /** The length of the template before it was scaled to unit length; with `flipSum`, of the sum of both outputs. */
  readonly norm: number;
}

export interface ExtractedFace {
  readonly box: Box;
  readonly score: number;
  readonly points: FivePoints;
  readonly quality: FaceQuality;
  /** Unit length; its dot product with another is the cosine similarity. */
  readonly template: Float32Array;
}

/** A picture that gave nothing. A failure is a result: it is counted, never dropped. */
export interface FailedExtraction {
  readonly state: 'failed';
  readonly reason: FailureReason;
  readonly detail: string;
}

/** What became of one picture in which faces were looked for. */
export type Extraction = { readonly state: 'ok'; readonly faces: readonly ExtractedFace[] } | FailedExtraction;

export interface ReadPlate extends DetectedPlate {
  /** Absent when the plate could not be cut out, as when its corners lie on one line. */
  readonly reading?: PlateReading;
}

/** What became of one picture in which plates were looked for; one without a plate is not a failure. */
export type PlateExtraction =
  | {
      readonly state: 'ok';
      readonly plates: readonly ReadPlate[];
      /** The readings at the places that were given, in their order. */
      readonly given: readonly (PlateReading | null)[];
    }
  | FailedExtraction;

export type ExtractionOf<S extends System> = S extends PlateSystem ? PlateExtraction : Extraction;
export type AnyExtraction = Extraction | PlateExtraction;

/** A failure that stands for a picture. */
export function failedExtraction(reason: FailureReason, detail: string): FailedExtraction {
  return { state: 'failed', reason, detail };
}
