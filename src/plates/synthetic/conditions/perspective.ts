import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** Seen from the side and from near. */
export const PERSPECTIVE: PlateCondition = {
  name: 'perspective',
  title: 'turned by 35 to 65 degrees, tilted by up to 30, from near',
  pose: { ...ORDINARY_POSE, width: [130, 220], yaw: [35, 65], pitch: [5, 30], roll: [0, 12], distance: [3, 6] },
};
