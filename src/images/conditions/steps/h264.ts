import { videoStep } from '../video-step.js';

/** The middle frame of a clip compressed as H.264 by x264. */
export const H264 = videoStep('h264', 'H.264', 'libx264');
