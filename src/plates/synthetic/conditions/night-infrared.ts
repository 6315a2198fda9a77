import { gaussianBlur } from '../../../images/conditions/gaussian-blur.js';
import type { Canvas } from '../../../images/drawing/canvas.js';
import { randomBetween } from '../../../statistics/named-random.js';
import { ORDINARY_POSE, type PlateCondition } from './condition.js';

/** What a sensor makes of near infrared: red light tells most, blue next to nothing. */
function toGrey({ data }: Canvas, change: (grey: number) => number): void {
  for (let i = 0; i < data.length; i += 3) {
    data.fill(change(0.6 * data[i]! + 0.35 * data[i + 1]! + 0.05 * data[i + 2]!), i, i + 3);
  }
}

/** An infrared lamp beside the camera at night: the plate throws its light back, the rest of the car next to none. */
export const NIGHT_INFRARED: PlateCondition = {
  name: 'night-infrared',
  title: 'infrared lamp at night: bright plate, dark car, monochrome',
  pose: ORDINARY_POSE,
  noise: [6, 14],
  monochrome: true,
  scene: (scene, random) => {
    const light = randomBetween(random, 0.06, 0.2);
    toGrey(scene, (grey) => 6 + grey * light);
  },
  plate: (plate, random) => {
    const light = randomBetween(random, 0.75, 1.2);
    toGrey(plate, (grey) => Math.min(255, 12 + grey * light));
  },
  picture: (picture, { width }, random) => {
    const strength = randomBetween(random, 0.1, 0.3);
    const bloom = gaussianBlur(picture, width * 0.03).data;
    const { data } = picture;
    return { ...picture, data: data.map((value, i) => Math.min(255, value + bloom[i]! * strength)) };
  },
};
