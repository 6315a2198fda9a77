import type { StepKind } from './step.js';
import { BACKLIGHT } from './steps/backlight.js';
import { CAMERA } from './steps/camera.js';
import { DEFOCUS } from './steps/defocus.js';
import { DIRT } from './steps/dirt.js';
import { EXPOSURE } from './steps/exposure.js';
import { JPEG } from './steps/jpeg.js';
import { MOTION } from './steps/motion.js';
import { NEAR_INFRARED } from './steps/near-infrared.js';
import { PIXEL_DENSITY } from './steps/pixel-density.js';
import { RECAPTURE } from './steps/recapture.js';
import { SENSOR } from './steps/sensor.js';
import { VEIL } from './steps/veil.js';

/** Every step there is, in the order in which light, sensor and network do their part. */
export const STEP_KINDS = [
  PIXEL_DENSITY,
  CAMERA,
  VEIL,
  DIRT,
  DEFOCUS,
  MOTION,
  EXPOSURE,
  BACKLIGHT,
  NEAR_INFRARED,
  SENSOR,
  JPEG,
  RECAPTURE,
] as unknown as readonly StepKind[];
