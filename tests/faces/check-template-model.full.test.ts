import { describe, expect, it } from 'vitest';
import { checkTemplateModel } from '../../src/faces/check-template-model.js';
import { referencePictures } from '../../src/faces/reference-pictures.js';
import { openTemplateModel } from '../../src/faces/template-model.js';
import { opening } from '../runtimes/opening.js';
import { realBytes, realFile, templateCard } from './cards.js';

describe.each([
  ['mobilefacenet-y1', 'ok'],
  ['mobilefacenet-vface', 'ok'],
  ['faceplugin-feature', 'ok'],
  ['face-api-recognition', 'ok'],
  ['human-faceres', 'ok'],
  ['human-mobileface', 'ok'],
  ['human-mobilefacenet', 'collapsed'],
])('%s', async (name, expected) => {
  const card = await templateCard(name);
  it.skipIf(![card.file, ...card.companions].every((file) => realFile(file.name)))(
    `is ${expected}, by far`,
    async () => {
      const companions = new Map(card.companions.map((file) => [file.name, realBytes(file.name)]));
      const model = await openTemplateModel(card, opening(card, realBytes(card.file.name), companions));
      const { state, lowest } = await checkTemplateModel(model, name, referencePictures(...card.input.size));
      await model.release();
      expect(state).toBe(expected);
      if (expected === 'ok') expect(lowest).toBeLessThan(0.9);
      else expect(lowest).toBeGreaterThan(0.995);
    },
  );
});
