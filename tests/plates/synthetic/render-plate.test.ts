import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Corners, Point } from '../../../src/images/box.js';
import { projectiveMap, projectPoint, rectangleCorners } from '../../../src/images/perspective.js';
import type { Picture } from '../../../src/images/picture.js';
import { PLATE_CONDITIONS } from '../../../src/plates/synthetic/conditions/conditions.js';
import { PLATE_FORMATS } from '../../../src/plates/synthetic/formats/formats.js';
import { labelPlate, type PlateOrder, renderPlate } from '../../../src/plates/synthetic/render-plate.js';

const ORDER: PlateOrder = { format: 'serbia', text: 'BG123ŠA', condition: 'clean', seed: 5, width: 320, height: 240 };
const EXAMPLES: Readonly<Record<string, string>> = {
  serbia: 'BG123ŠA',
  eu: 'MAB1234',
  us: 'ABC1234',
  mercosul: 'BRA2E19',
};

const sha256 = ({ data }: Picture) => createHash('sha256').update(data).digest('hex');

/** The mean brightness along the edge of a plate, `away` of its size outside it (or inside, when negative). */
function brightnessAround({ data, width, height }: Picture, corners: Corners, away: number): number {
  const map = projectiveMap(rectangleCorners(1, 1), corners);
  const along = Array.from({ length: 40 }, (_, k) => (k + 0.5) / 40);
  const places = along.flatMap((t) => [
    [t, -away],
    [t, 1 + away],
  ]);
  const values = places.flatMap(([u, v]) => {
    const [x, y] = projectPoint(map, [u!, v!]).map(Math.floor) as [number, number];
    return x < 0 || y < 0 || x >= width || y >= height ? [] : [data[(y * width + x) * 3 + 1]!];
  });
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Whether the outline turns right at a corner, as that of a plate seen from its front does at all four. */
function turnsRight(corners: Corners, k: number): boolean {
  const [[ax, ay], [bx, by], [cx, cy]] = [k, k + 1, k + 2].map((index) => corners[index % 4]!) as [Point, Point, Point];
  return (bx - ax) * (cy - by) > (by - ay) * (cx - bx);
}

describe('renderPlate', () => {
  it('gives the same bytes for the same order, and others for another seed, text or condition', () => {
    const first = renderPlate(ORDER);
    expect(sha256(renderPlate(ORDER).picture)).toBe(sha256(first.picture));
    for (const other of [{ seed: 6 }, { text: 'BG123SA' }, { condition: 'dirt' }]) {
      expect(sha256(renderPlate({ ...ORDER, ...other }).picture)).not.toBe(sha256(first.picture));
    }
  });

  it('gives the same bytes in another process', () => {
    const code = `import { renderPlate } from '#dist/index.js';
      import { createHash } from 'node:crypto';
      const { picture } = renderPlate(${JSON.stringify(ORDER)});
      console.log(createHash('sha256').update(picture.data).digest('hex'));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
    expect(printed.trim()).toBe(sha256(renderPlate(ORDER).picture));
  });

  it.each(PLATE_CONDITIONS.map(({ name }) => name))('keeps the plate in the picture: %s', (condition) => {
    for (const { name: format } of PLATE_FORMATS) {
      for (let seed = 0; seed < 40; seed++) {
        const { label } = labelPlate({ ...ORDER, format, text: EXAMPLES[format]!, condition, seed });
        const [left, top, right, bottom] = label.box;
        expect(Math.min(left, top, 320 - right, 240 - bottom)).toBeGreaterThan(2);
        expect([left, top, right, bottom]).toEqual([
          Math.min(...label.corners.map(([x]) => x)),
          Math.min(...label.corners.map(([, y]) => y)),
          Math.max(...label.corners.map(([x]) => x)),
          Math.max(...label.corners.map(([, y]) => y)),
        ]);
        expect(label.corners.every((_, k) => turnsRight(label.corners, k))).toBe(true);
      }
    }
  });

  it.each(['clean', 'night-infrared', 'perspective'])('draws the plate where the label says: %s', (condition) => {
    for (const text of ['BG123SA', 'NS1234AB']) {
      for (let seed = 0; seed < 3; seed++) {
        const { picture, label } = renderPlate({ ...ORDER, condition, text, seed });
        const inside = brightnessAround(picture, label.corners, -0.08);
        expect(inside).toBeGreaterThan(130);
        expect(inside - brightnessAround(picture, label.corners, 0.07)).toBeGreaterThan(60);
      }
    }
  });

  it('says what is on the plate and of which country it is', () => {
    const { label, country, picture } = renderPlate(ORDER);
    expect(label.text).toBe('BG123ŠA');
    expect(country).toBe('RS');
    expect(picture.data).toHaveLength(320 * 240 * 3);
    expect(labelPlate({ ...ORDER, format: 'eu', text: 'WA12345' }).country).toBe('PL');
  });

  it.each([
    [{ text: 'BG 123-ŠA' }, /"BG 123-ŠA" is no text of the plate format serbia; write one such as AL000AA/],
    [{ format: 'moon' }, /moon/],
    [{ condition: 'fog' }, /fog/],
    [{ width: 100 }, /at least 320 x 240/],
    [{ seed: -1 }, /seed must be a whole number/],
  ])('refuses %j', (wrong, message) => {
    expect(() => renderPlate({ ...ORDER, ...wrong })).toThrow(message);
  });
});
