import { FalsematchError } from '../../files/errors.js';

/** A camera and where its subject is; lengths in metres, angles in degrees. */
export interface CameraView {
  /** Pixels across and down. */
  readonly sensor: readonly [width: number, height: number];
  /** The horizontal field of view. */
  readonly hfov: number;
  /** From the lens to the subject; along the ground where there is a height. */
  readonly distance: number;
  /** How far the lens is above the subject; 0 unless said otherwise. */
  readonly height?: number | undefined;
}

/**
 * Pixels per metre across the picture, at the subject: sensor width / (2 d tan(hfov / 2)) with d the slant distance, for
 * a lens without distortion and a subject near the middle that faces it. A height makes d longer than the distance on
 * the ground; what a look from above does to a face is not in it. Source: the geometry behind IEC 62676-4.
 * Throws FalsematchError for what is no camera.
 */
export function pixelDensityOf(view: CameraView): number {
  checkView(view);
  return view.sensor[0] / (2 * slantDistance(view) * Math.tan((view.hfov * Math.PI) / 360));
}

/** From the lens to the subject, in metres. */
export function slantDistance({ distance, height = 0 }: CameraView): number {
  return Math.hypot(distance, height);
}

/** How far the camera looks down on its subject, in degrees. */
export function lookingDown({ distance, height = 0 }: CameraView): number {
  return (Math.atan2(height, distance) * 180) / Math.PI;
}

/** Whether a sensor may have so many pixels on a side. */
export function isSide(size: number): boolean {
  return Number.isInteger(size) && size >= 16 && size <= 100_000;
}

function checkView({ sensor: [width, rows], hfov, distance, height = 0 }: CameraView): void {
  if (!isSide(width) || !isSide(rows)) {
    throw new FalsematchError(
      `A sensor has from 16 to 100000 pixels on a side, found ${width}x${rows}; write 3840x2160.`,
    );
  }
  if (!(hfov > 0 && hfov < 170)) {
    throw new FalsematchError(
      `A horizontal field of view is above 0 and below 170 deg, found ${hfov}; wider lenses are not those of the formula.`,
    );
  }
  if (!(distance > 0 && distance <= 10_000)) {
    throw new FalsematchError(`A distance is above 0 and at most 10000 m, found ${distance}.`);
  }
  if (!(height >= 0 && height <= 1000)) {
    throw new FalsematchError(`A height above the subject is from 0 to 1000 m, found ${height}.`);
  }
}
