import { gaussianBlur } from '../../../images/conditions/gaussian-blur.js';
import { motionBlur } from '../../../images/conditions/motion-blur.js';
import { randomBetween } from '../../../statistics/named-random.js';
import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** Out of focus and moving; both in proportion to the plate, since a near car moves further in the picture. */
export const BLUR: PlateCondition = {
  name: 'blur',
  title: 'out of focus, and moving while the shutter was open',
  pose: ORDINARY_POSE,
  picture: (picture, { width }, random) => {
    const sigma = width * randomBetween(random, 0.006, 0.02);
    const length = width * randomBetween(random, 0.02, 0.07);
    return motionBlur(gaussianBlur(picture, sigma), length, randomBetween(random, -25, 25));
  },
};
