import { videoStep } from '../video-step.js';

/** The middle frame of a clip compressed as H.265 by x265. */
export const H265 = videoStep('h265', 'H.265', 'libx265');
