import type { PlateMargin } from '../catalog/model-card.js';
import type { Picture } from '../images/picture.js';
import { cropAspect, cropPlate, type PlatePlace } from './crop-plate.js';
import type { DetectedPlate, PlateReading } from './plate.js';
import type { PlateReader } from './readers/plate-reader.js';

/** A plate to be read: its corners where it has them, else its box, and how many lines it carries where that is known. */
export type PlateToRead = PlatePlace & Pick<DetectedPlate, 'lines'>;

/**
 * A plate cut out of a picture with a margin, in the shape that a reader takes. Throws UncroppablePlate for a place that
 * encloses nothing.
 */
export function cropForReader(picture: Picture, plate: PlateToRead, reader: PlateReader, margin: PlateMargin): Picture {
  return cropPlate(picture, plate, margin, reader.cropSize(cropAspect(plate, margin), plate.lines));
}

/**
 * What a reader makes of a plate in a picture, cut out with a margin (its card's, when none is given). Throws
 * UncroppablePlate for a place that encloses nothing.
 */
export async function readPlate(
  picture: Picture,
  plate: PlateToRead,
  reader: PlateReader,
  margin: PlateMargin = reader.margin,
): Promise<PlateReading> {
  return reader.read(cropForReader(picture, plate, reader, margin), plate.lines ?? 1);
}
