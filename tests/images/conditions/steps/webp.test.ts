import { describe, expect, it } from 'vitest';
import { applySteps } from '../../../../src/images/conditions/apply-condition.js';
import { stepSchema, stepTexts } from '../../../../src/images/conditions/step-schema.js';
import type { Picture } from '../../../../src/images/picture.js';
import { pictureOf } from '../../fixtures.js';
import { movingChart, psnr } from '../support/chart.js';

const [chart] = movingChart(61, 1) as [Picture];

const compressed = async (image: Picture, quality: number) =>
  (await applySteps({ image }, [{ step: 'webp', quality }], ['w'])).image as Picture;

describe('webp', () => {
  it('gives the same picture each time, of the same size, and leaves its input alone', async () => {
    const before = chart.data.slice();
    const once = await compressed(chart, 40);
    expect([once.width, once.height]).toEqual([61, 61]);
    expect(once).toEqual(await compressed(chart, 40));
    expect(once.data).not.toEqual(before);
    expect(chart.data).toEqual(before);
  });

  it('loses more at a lower quality', async () => {
    const [low, middle, high] = await Promise.all(
      [5, 50, 100].map(async (q) => psnr(await compressed(chart, q), chart)),
    );
    expect(middle).toBeGreaterThan(low! + 1);
    expect(high).toBeGreaterThan(middle! + 1);
  });

  it('keeps a flat colour', async () => {
    const colour = [180, 90, 40];
    const { data } = await compressed(
      pictureOf(20, 16, (_x, _y, c) => colour[c]!),
      100,
    );
    for (const [i, value] of data.entries()) expect(Math.abs(value - colour[i % 3]!)).toBeLessThanOrEqual(2);
  });

  it.each([0, 101, 50.5, '50'])('refuses the quality %s', (quality) => {
    expect(stepSchema.safeParse({ step: 'webp', quality }).success).toBe(false);
  });

  it('says what it does', () => {
    expect(stepTexts([{ step: 'webp', quality: 30 }])).toEqual(['WebP, quality 30']);
  });
});
