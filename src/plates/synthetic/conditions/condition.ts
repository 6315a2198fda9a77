import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Canvas } from '../../../images/drawing/canvas.js';
import type { Picture } from '../../../images/picture.js';
import type { Pose, PoseLimits } from '../pose.js';

/** Under what a plate is photographed: each step is left out where the condition changes nothing there. */
export interface PlateCondition {
  readonly name: string;
  readonly title: string;
  readonly pose: PoseLimits;
  /** Changes what is around the plate. */
  scene?(scene: Canvas, random: RandomGenerator): void;
  /** Changes the plate itself, seen from straight ahead. */
  plate?(plate: Canvas, random: RandomGenerator): void;
  /** Changes the picture as it is taken. */
  picture?(picture: Picture, pose: Pose, random: RandomGenerator): Picture;
  /** Standard deviation of the sensor's noise, of 255; 1 to 3 when absent. */
  readonly noise?: readonly [number, number];
  readonly monochrome?: boolean;
}

/** How a plate is seen where the condition is about something else: nearly straight, 100 to 200 pixels wide. */
export const ORDINARY_POSE: PoseLimits = {
  width: [100, 200],
  yaw: [0, 14],
  pitch: [0, 8],
  roll: [0, 4],
  distance: [8, 14],
};
