import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** Seen from the side and from near. */
export const PERSPECTIVE: PlateCondition = {
  name: 'perspective',
  title: 'turned by 30 to 55 degrees, tilted by up to 25, from near',
  pose: { ...ORDINARY_POSE, width: [130, 220], yaw: [30, 55], pitch: [5, 25], roll: [0, 12], distance: [3, 6] },
};
