import { H264 } from '../../../../src/images/conditions/steps/h264.js';
import { videoLaws } from '../support/video-laws.js';

videoLaws(H264, 'libx264', 'H.264');
