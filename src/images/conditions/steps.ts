import type { StepKind } from './step.js';
import { CAMERA } from './steps/camera.js';
import { JPEG } from './steps/jpeg.js';
import { PIXEL_DENSITY } from './steps/pixel-density.js';
import { RECAPTURE } from './steps/recapture.js';

/** Every step there is, in the order in which light, sensor and network do their part. */
export const STEP_KINDS = [PIXEL_DENSITY, CAMERA, JPEG, RECAPTURE] as unknown as readonly StepKind[];
