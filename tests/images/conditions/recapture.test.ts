import { describe, expect, it } from 'vitest';
import { recapture } from '../../../src/images/conditions/recapture.js';
import { limitSharp } from '../../../src/images/sharp-settings.js';
import { pictureOf } from '../fixtures.js';

const waves = pictureOf(60, 40, (x, y, c) => 128 + 90 * Math.sin(x / 3 + c) * Math.cos(y / 4));

describe('recapture', () => {
  it('gives the picture smaller and changed by compression, the same each time', async () => {
    const once = await recapture(waves, { scale: 0.5, jpegQuality: 60 });
    expect([once.width, once.height]).toEqual([30, 20]);
    limitSharp();
    expect(await recapture(waves, { scale: 0.5, jpegQuality: 60 })).toEqual(once);
  });

  it('loses more at a lower quality', async () => {
    const loss = async (jpegQuality: number): Promise<number> => {
      const { data } = await recapture(waves, { scale: 1, jpegQuality });
      return data.reduce((sum, value, i) => sum + (value - waves.data[i]!) ** 2, 0) / data.length;
    };
    const [high, low] = [await loss(95), await loss(10)];
    expect(low).toBeGreaterThan(2 * high);
  });

  it('keeps one pixel at least', async () => {
    const tiny = await recapture(
      pictureOf(3, 1, () => 99),
      { scale: 0.01, jpegQuality: 90 },
    );
    expect([tiny.width, tiny.height]).toEqual([1, 1]);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the scale %d', async (scale) => {
    await expect(recapture(waves, { scale, jpegQuality: 50 })).rejects.toThrow(
      /^recapture's scale must be above 0 and at most 1/,
    );
  });

  it.each([0, 101, 50.5])('refuses the quality %d', async (jpegQuality) => {
    await expect(recapture(waves, { scale: 1, jpegQuality })).rejects.toThrow(
      /^recapture's jpegQuality must be a whole number/,
    );
  });
});
