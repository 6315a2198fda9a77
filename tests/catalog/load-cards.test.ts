import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { homePlaces } from '../../src/catalog/home.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { tempFolder } from './support/temp.js';

const temp = tempFolder();

const CARD = `
name: NAME
title: Mine
kind: faces
licence: { name: mine, use: any }
consent: given
content: { files: 0 }
layout: { reader: subject-folders }
`;

async function homeWith(cards: Record<string, string>): Promise<string> {
  const home = await mkdtemp(join(temp, 'home-'));
  await mkdir(homePlaces(home).datasetCards, { recursive: true });
  for (const [name, text] of Object.entries(cards)) await writeFile(join(homePlaces(home).datasetCards, name), text);
  return home;
}

it("reads the package's cards and the user's own", async () => {
  const catalog = await loadCatalog({
    home: await homeWith({ 'my-set.yaml': CARD.replace('NAME', 'my-set'), 'notes.txt': 'x' }),
  });
  expect(catalog.dataset('my-set').title).toBe('Mine');
  expect(catalog.model('scrfd-500m').kind).toBe('face-detector');
  expect(catalog.dataset('lfw').protocols.view2?.dataset).toBe('lfw-pairs');
});

it('suggests the nearest name', async () => {
  const catalog = await loadCatalog({ home: temp });
  expect(() => catalog.model('scrfd-500')).toThrow('There is no model named "scrfd-500"; did you mean "scrfd-500m"?');
  expect(() => catalog.dataset('lfw-pair')).toThrow('There is no dataset named "lfw-pair"; did you mean "lfw-pairs"?');
});

it('refuses a card whose name is not that of its file, and a name that is taken', async () => {
  const other = await homeWith({ 'a.yaml': CARD.replace('NAME', 'b') });
  await expect(loadCatalog({ home: other })).rejects.toThrow(
    /a\.yaml: "name" must be the file's own name: expected "a", found "b"/,
  );
  const taken = await homeWith({ 'lfw.yaml': CARD.replace('NAME', 'lfw') });
  await expect(loadCatalog({ home: taken })).rejects.toThrow(
    /the name "lfw" is taken by .*lfw\.yaml; give this card another name/,
  );
});

it('refuses a protocol that names a dataset without a card', async () => {
  const home = await homeWith({
    'p.yaml': `${CARD.replace('NAME', 'p')}protocols: { x: { type: pairs, format: f, dataset: lfw-pears, file: f } }\n`,
  });
  await expect(loadCatalog({ home })).rejects.toThrow(/no dataset named "lfw-pears"; did you mean "lfw-pairs"/);
});

it('refuses attributes and errata that come from no card, and errata that are borrowed twice over', async () => {
  const card = (name: string, more: string) => ({ [`${name}.yaml`]: `${CARD.replace('NAME', name)}${more}\n` });
  const lists = await homeWith(
    card('a', 'attributes: [{ format: f, dataset: lfw-genders, provides: [gender], by: others }]'),
  );
  await expect(loadCatalog({ home: lists })).rejects.toThrow(/named "lfw-genders"; did you mean "lfw-gender"/);
  const absent = await homeWith(card('e', 'errataFrom: lfv'));
  await expect(loadCatalog({ home: absent })).rejects.toThrow(/named "lfv"; did you mean "lfw"/);
  const twice = await homeWith(card('t', 'errataFrom: lfw-funneled'));
  await expect(loadCatalog({ home: twice })).rejects.toThrow(
    'The dataset card t: "errataFrom" must name the card that has the list; lfw-funneled takes it from lfw.',
  );
});
