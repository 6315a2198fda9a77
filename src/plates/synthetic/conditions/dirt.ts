import { fillPolygons } from '../../../images/drawing/canvas.js';
import { ellipse } from '../../../images/drawing/polygon.js';
import { cloudyNoise } from '../../../images/drawing/smooth-noise.js';
import { randomBetween } from '../../../statistics/named-random.js';
import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** Mud in patches, thicker towards the lower edge, and splashes. */
export const DIRT: PlateCondition = {
  name: 'dirt',
  title: 'mud in patches and splashes on the plate',
  pose: ORDINARY_POSE,
  plate: (plate, random) => {
    const { width, height, data } = plate;
    const brown = [randomBetween(random, 88, 120), randomBetween(random, 74, 96), randomBetween(random, 50, 70)];
    const patches = cloudyNoise(width, height, height * 0.7, random);
    const amount = randomBetween(random, 0.4, 0.62);
    for (let y = 0, at = 0; y < height; y++) {
      const low = 0.22 * (y / height);
      for (let x = 0; x < width; x++, at += 3) {
        const over = Math.max(0, Math.min(1, (patches(x, y) + low + amount - 1) * 4));
        const share = 0.12 + 0.74 * over;
        for (let c = 0; c < 3; c++) data[at + c]! += (brown[c]! - data[at + c]!) * share;
      }
    }
    for (let k = 0; k < 40; k++) {
      const radius = height * randomBetween(random, 0.006, 0.04);
      const splash = ellipse(
        randomBetween(random, 0, width),
        randomBetween(random, 0, height),
        radius * 1.3,
        radius,
        10,
      );
      fillPolygons(plate, [splash], [brown[0]!, brown[1]!, brown[2]!], 0.75);
    }
  },
};
