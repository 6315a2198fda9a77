import type { Box } from '../../images/box.js';
import type { PlateReading } from '../../plates/plate.js';

/** A plate that the dataset says is there. */
export interface TruePlate {
  /** Absent where the picture is nothing but the plate: then there is nothing to detect. */
  readonly box?: Box;
  /** As the dataset writes it; absent where it says only where the plate is. */
  readonly text?: string;
  /** Plates of one vehicle depend on each other; every label stands for one vehicle. */
  readonly vehicle: string;
  /** What the reader made of the plate at the place that the dataset gives; absent when it was not asked. */
  readonly given?: PlateReading;
}

/** A plate that the system found. */
export interface FoundPlate {
  readonly box: Box;
  /** The detector's, 0 to 1. */
  readonly score: number;
  /** Absent when it could not be read, or was not asked to be. */
  readonly reading?: PlateReading;
}

/** What the dataset says of one picture, and what a system made of it. */
export interface PlatePicture {
  readonly sample: string;
  readonly truth: readonly TruePlate[];
  /** Empty also where the picture could not be read at all. */
  readonly found: readonly FoundPlate[];
}
