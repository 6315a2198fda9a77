import { H265 } from '../../../../src/images/conditions/steps/h265.js';
import { videoLaws } from '../support/video-laws.js';

videoLaws(H265, 'libx265', 'H.265');
