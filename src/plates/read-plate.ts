import type { PlateMargin } from '../catalog/model-card.js';
import type { Picture } from '../images/picture.js';
import { cropAspect, cropPlate, type PlatePlace } from './crop-plate.js';
import type { DetectedPlate, PlateReading } from './plate.js';
import type { PlateReader } from './readers/plate-reader.js';

/**
 * What a reader makes of a plate in a picture, cut out with a margin (its card's, when none is given) in the shape that
 * it takes. Throws UncroppablePlate for a place that encloses nothing.
 */
export async function readPlate(
  picture: Picture,
  plate: PlatePlace & Pick<DetectedPlate, 'lines'>,
  reader: PlateReader,
  margin: PlateMargin = reader.margin,
): Promise<PlateReading> {
  const lines = plate.lines ?? 1;
  const size = reader.cropSize(cropAspect(plate, margin), lines);
  return reader.read(cropPlate(picture, plate, margin, size), lines);
}
