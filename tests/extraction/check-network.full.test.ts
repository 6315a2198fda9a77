import { describe, expect, it } from 'vitest';
import { checkNetwork } from '../../src/extraction/check-network.js';
import { realFile } from '../faces/cards.js';
import { packagedCatalog } from '../support/catalog.js';

describe('every packaged model that is here does what its card says', async () => {
  const { models } = await packagedCatalog();
  const here = [...models.values()].filter(
    ({ name, file, companions }) =>
      name !== 'human-mobilefacenet' && [file, ...companions].every((one) => realFile(one.name)),
  );
  it.each(here.map((card) => [card.name, card] as const))('%s', async (_, card) => {
    const [path = '', ...companions] = [card.file, ...card.companions].map((one) => realFile(one.name) ?? '');
    expect(await checkNetwork({ card, path, companions })).toMatchObject({ state: 'ok' });
  });
  it.runIf(here.length === 0)('has nothing to look at without a mirror', () => {
    expect(models.size).toBeGreaterThan(30);
  });
});
