import type { DatasetCard } from '../catalog/dataset-card.js';
import type { Corners } from '../images/box.js';
import type { PlateLabel, Sample } from './sample.js';

/**
 * Pixels per metre at the subject of a picture as published: what the dataset's card says of all of them or, of plates,
 * the width of the widest plate in pixels by how wide such a plate is in truth. Undefined where nobody says.
 */
export function subjectDensity(
  { pixelDensity, plateWidth }: Pick<DatasetCard, 'pixelDensity' | 'plateWidth'>,
  { plates = [], attributes }: Pick<Sample, 'plates' | 'attributes'>,
): number | undefined {
  if (pixelDensity) return pixelDensity.perMetre;
  const metres = typeof plateWidth === 'object' ? plateWidth.metres[attributes[plateWidth.by] ?? ''] : plateWidth;
  const widest = Math.max(0, ...plates.map(widthOf));
  return metres === undefined || widest === 0 ? undefined : widest / metres;
}

/** Along the plate where its corners are known, else that of the box around it. */
function widthOf({ box, corners }: PlateLabel): number {
  if (corners) return (length(corners[0], corners[1]) + length(corners[3], corners[2])) / 2;
  return box ? box[2] - box[0] : 0;
}

const length = (a: Corners[number], b: Corners[number]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
