import type { Box, Corners } from '../images/box.js';
import type { MarkedFace } from '../images/marked-face.js';

/** A number plate that the dataset says is in a picture. */
export interface PlateLabel {
  /** Where it is; absent where the picture is nothing but the plate, or is missing or broken and its size not known. */
  readonly box?: Box;
  readonly corners?: Corners;
  /** What is written on it, as the dataset writes it; absent where the dataset says only where it is. */
  readonly text?: string;
  /** The vehicle; absent where the dataset does not say. */
  readonly vehicle?: string;
}

/** One picture of a dataset. */
export interface Sample {
  /** Unique within the dataset: the path below the layout's root, with forward slashes. */
  readonly id: string;
  /** Absolute path; absent when a manifest names a picture that is not there. */
  readonly path?: string;
  readonly sha256?: string;
  /** The person or vehicle; absent where the dataset does not say. */
  readonly subject?: string;
  /** The plates in it; an empty list where the dataset says that there is none, absent where it says nothing of plates. */
  readonly plates?: readonly PlateLabel[];
  /** The face in it that counts, where the dataset marks it; taken by the face policy "given" alone. */
  readonly face?: MarkedFace;
  /** What else the dataset says of it, as it says it. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** A file of a dataset as found on disk: path below the dataset's folder, with forward slashes. */
export interface DatasetFile {
  readonly path: string;
  readonly sha256: string;
}
