import type { StepKind } from './step.js';
import { CAMERA } from './steps/camera.js';
import { H264 } from './steps/h264.js';
import { H265 } from './steps/h265.js';
import { JPEG } from './steps/jpeg.js';
import { PIXEL_DENSITY } from './steps/pixel-density.js';
import { WEBP } from './steps/webp.js';

/** Every step there is, in the order in which light, sensor and network do their part. */
export const STEP_KINDS = [PIXEL_DENSITY, CAMERA, JPEG, WEBP, H264, H265] as unknown as readonly StepKind[];
