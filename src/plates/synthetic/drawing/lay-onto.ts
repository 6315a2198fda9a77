import { addBilinear } from '../../../images/add-bilinear.js';
import { boxAround, type Corners } from '../../../images/box.js';
import type { Canvas } from '../../../images/drawing/canvas.js';
import { projectiveMap, projectPoint, rectangleCorners } from '../../../images/perspective.js';

const STEPS = 4;

/** Lays a flat picture over the scene so that its corners come to lie there; 4 x 4 places of each pixel are looked at. */
export function layOnto(scene: Canvas, flat: Canvas, corners: Corners): void {
  const back = projectiveMap(corners, rectangleCorners(flat.width, flat.height));
  const [left, top, right, bottom] = boxAround(corners);
  const sum = new Float64Array(3);
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(scene.height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(scene.width, right); x++) {
      sum.fill(0);
      let inside = 0;
      for (let k = 0; k < STEPS * STEPS; k++) {
        const place = [x + ((k % STEPS) + 0.5) / STEPS, y + (Math.floor(k / STEPS) + 0.5) / STEPS] as const;
        const [u, v] = projectPoint(back, place);
        if (u < 0 || v < 0 || u >= flat.width || v >= flat.height) continue;
        addBilinear(flat, u - 0.5, v - 0.5, sum);
        inside++;
      }
      const at = (y * scene.width + x) * 3;
      const rest = 1 - inside / (STEPS * STEPS);
      for (let c = 0; c < 3; c++) scene.data[at + c] = scene.data[at + c]! * rest + sum[c]! / (STEPS * STEPS);
    }
  }
}
