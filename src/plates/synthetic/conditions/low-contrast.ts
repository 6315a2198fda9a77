import { randomBetween } from '../../../statistics/named-random.js';
import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** Fog or a veiled lens: every value moves towards one grey, to 6 to 22% of its distance from it. */
export const LOW_CONTRAST: PlateCondition = {
  name: 'low-contrast',
  title: 'contrast of 6 to 22% around one grey, as in fog',
  pose: ORDINARY_POSE,
  noise: [2, 5],
  picture: ({ width, height, data }, _pose, random) => {
    const contrast = randomBetween(random, 0.06, 0.22);
    const grey = randomBetween(random, 90, 190);
    return { width, height, data: data.map((value) => Math.round(grey + (value - grey) * contrast)) };
  },
};
