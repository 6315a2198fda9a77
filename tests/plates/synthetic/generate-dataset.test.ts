import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chooseDataset } from '../../../src/benchmark/choose-dataset.js';
import { type DatasetCard, datasetCardSchema } from '../../../src/catalog/dataset-card.js';
import { isDatasetAtHand } from '../../../src/catalog/dataset-store.js';
import type { Catalog } from '../../../src/catalog/load-cards.js';
import type { ObtainEvent } from '../../../src/catalog/obtain-event.js';
import { openDataset } from '../../../src/datasets/open-dataset.js';
import { ensureGenerated } from '../../../src/plates/synthetic/generate-dataset.js';
import { syntheticPlates } from '../../../src/plates/synthetic/synthetic-plates.js';

const SETTINGS = {
  generator: 'synthetic-plates' as const,
  version: 1,
  seed: 4,
  count: 4,
  formats: ['serbia', 'us'],
  conditions: ['clean', 'small'],
  width: 320,
  height: 240,
};

function cardOf(generate: Partial<typeof SETTINGS> = {}, files = 6): DatasetCard {
  return datasetCardSchema.parse({
    name: 'made-up',
    title: 'Made up',
    kind: 'plates',
    licence: { name: 'none', use: 'any' },
    consent: 'none needed',
    generate: { ...SETTINGS, ...generate },
    content: { files },
    layout: { reader: 'plates-csv', manifest: 'labels.csv' },
  });
}

const newHome = () => mkdtempSync(join(tmpdir(), 'falsematch-'));

it('makes the dataset when a task wants it, without a network, and the same one in another home', async () => {
  const events: ObtainEvent[] = [];
  const context = { home: newHome(), offline: true, onProgress: (event: ObtainEvent) => events.push(event) };
  const catalog = { dataset: () => cardOf() } as unknown as Catalog;
  expect(await isDatasetAtHand(cardOf(), context)).toBe(true);
  const { samples, digest } = await chooseDataset(['made-up'], catalog, context);
  const plates = syntheticPlates(SETTINGS);
  expect(samples.map(({ id, plates, attributes }) => ({ id, plates, attributes }))).toEqual(
    plates
      .map(({ id, box, corners, text, country, format, condition }) => ({
        id: `${condition}/${id}.jpg`,
        plates: [{ box, corners, text }],
        attributes: { country, format, condition },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(events.at(-1)).toMatchObject({ kind: 'progress', received: 4, total: 4 });
  const elsewhere = { home: newHome() };
  await ensureGenerated(cardOf(), elsewhere);
  expect((await openDataset(cardOf(), elsewhere)).digest).toBe(digest);
});

it('says how to make a dataset that has not been made', async () => {
  await expect(openDataset(cardOf(), { home: newHome() })).rejects.toThrow(
    'The dataset made-up has not been made on this machine yet; make it with: falsematch datasets pull made-up.',
  );
});

it('refuses what was made with other settings, and a card of another version', async () => {
  const context = { home: newHome() };
  await ensureGenerated(cardOf({ count: 1 }, 3), context);
  await ensureGenerated(cardOf({ count: 1 }, 3), context);
  await expect(ensureGenerated(cardOf({ seed: 5 }), context)).rejects.toThrow('falsematch datasets remove made-up');
  await expect(ensureGenerated(cardOf({ version: 7 }), { home: newHome() })).rejects.toThrow('version 7');
});

it('leaves nothing behind when the card counts other files, or when it is stopped', async () => {
  const home = newHome();
  await expect(ensureGenerated(cardOf({ count: 1 }, 9), { home })).rejects.toThrow(
    'expected 9 files with the content digest',
  );
  const stopped = AbortSignal.abort(new Error('stopped'));
  await expect(ensureGenerated(cardOf(), { home, signal: stopped })).rejects.toThrow('Interrupted');
  expect(readdirSync(join(home, 'datasets'))).toEqual([]);
});
