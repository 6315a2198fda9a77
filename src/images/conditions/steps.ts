import type { StepKind } from './step.js';
import { CAMERA } from './steps/camera.js';
import { CAP_BRIM } from './steps/cap-brim.js';
import { JPEG } from './steps/jpeg.js';
import { PIXEL_DENSITY } from './steps/pixel-density.js';
import { PLATE_OCCLUSION } from './steps/plate-occlusion.js';
import { RETRO_REFLECTIVE } from './steps/retro-reflective.js';
import { SUNGLASSES } from './steps/sunglasses.js';
import { SURGICAL_MASK } from './steps/surgical-mask.js';

/** Every step there is, in the order in which light, sensor and network do their part. */
export const STEP_KINDS = [
  PIXEL_DENSITY,
  CAMERA,
  // What happens in the scene, before the camera.
  SURGICAL_MASK,
  SUNGLASSES,
  CAP_BRIM,
  PLATE_OCCLUSION,
  RETRO_REFLECTIVE,
  JPEG,
] as unknown as readonly StepKind[];
