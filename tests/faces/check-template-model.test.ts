import { describe, expect, it } from 'vitest';
import type { FaceTemplateCard } from '../../src/catalog/model-card.js';
import { checkTemplateModel, whyCollapsed } from '../../src/faces/check-template-model.js';
import { referencePictures } from '../../src/faces/reference-pictures.js';
import { openTemplateModel } from '../../src/faces/template-model.js';
import { opening } from '../runtimes/opening.js';
import { affine, CARD_OF_TWO, noisy, sizedByContent } from './made-up-models.js';

const check = async (bytes: Uint8Array, card: FaceTemplateCard = CARD_OF_TWO) => {
  const model = await openTemplateModel(card, opening(card, bytes));
  try {
    return await checkTemplateModel(model, card.name, referencePictures(...card.input.size));
  } finally {
    await model.release();
  }
};

describe('checkTemplateModel', () => {
  it('takes a network that tells pictures apart', async () => {
    // Two places of the crop: dark and light in one picture, light and dark in another.
    const { state, pictures, lowest } = await check(affine({ times: 1, plus: [1, 1] }));
    expect([state, pictures]).toEqual(['ok', 8]);
    expect(lowest).toBeLessThan(0.9);
  });

  it('finds one that gives the same whatever it sees', async () => {
    const spread = await check(affine({ times: 0, plus: [3, 4] }));
    expect(spread).toEqual({ state: 'collapsed', pictures: 8, lowest: expect.closeTo(1, 6) });
    expect(whyCollapsed(spread, 'drawn pictures')).toBe(
      'it gives nearly the same template whatever it sees: the lowest cosine between 8 drawn pictures is 1.0000',
    );
  });

  it('finds one in which a constant drowns what it sees, and not one in which it only is strong', async () => {
    expect((await check(affine({ times: 0.001, plus: [10, 1] }))).state).toBe('collapsed');
    const { state, lowest } = await check(affine({ times: 1, plus: [300, 300] }));
    expect(state).toBe('ok');
    expect(lowest).toBeGreaterThan(0.8);
  });

  it('refuses an output whose length depends on what it sees', async () => {
    await expect(check(sizedByContent())).rejects.toThrow(/^The model "made-up" gives \d+ numbers, its card says 2;/);
  });

  it('refuses an output that is not finite', async () => {
    await expect(check(affine({ times: Number.POSITIVE_INFINITY, plus: [0, 0] }))).rejects.toThrow(
      'gives an output that is not finite or is all zero',
    );
  });

  it('refuses a network that gives another template for the same picture each time', async () => {
    await expect(check(noisy())).rejects.toThrow(
      /^The model "made-up" gives another template for the same picture each time \(cosine -?\d\.\d{3}\); export it anew/,
    );
  });
});
