import type { StepKind } from './step.js';
import { BACKLIGHT } from './steps/backlight.js';
import { CAMERA } from './steps/camera.js';
import { CAP_BRIM } from './steps/cap-brim.js';
import { DEFOCUS } from './steps/defocus.js';
import { DIRT } from './steps/dirt.js';
import { EXPOSURE } from './steps/exposure.js';
import { H264 } from './steps/h264.js';
import { H265 } from './steps/h265.js';
import { JPEG } from './steps/jpeg.js';
import { MOTION } from './steps/motion.js';
import { NEAR_INFRARED } from './steps/near-infrared.js';
import { PIXEL_DENSITY } from './steps/pixel-density.js';
import { PLATE_OCCLUSION } from './steps/plate-occlusion.js';
import { RECAPTURE } from './steps/recapture.js';
import { RETRO_REFLECTIVE } from './steps/retro-reflective.js';
import { SENSOR } from './steps/sensor.js';
import { SUNGLASSES } from './steps/sunglasses.js';
import { SURGICAL_MASK } from './steps/surgical-mask.js';
import { VEIL } from './steps/veil.js';
import { WEBP } from './steps/webp.js';

/** Every step there is, in the order that makes sense: scene, the subject's size, air and lens, light, sensor, compression. */
export const STEP_KINDS = [
  SURGICAL_MASK,
  SUNGLASSES,
  CAP_BRIM,
  PLATE_OCCLUSION,
  RETRO_REFLECTIVE,
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
  WEBP,
  H264,
  H265,
  RECAPTURE,
] as unknown as readonly StepKind[];
