import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { create } from 'tar';
import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { removeDataset } from '../../src/catalog/remove-dataset.js';
import { importOwn } from '../../src/datasets/import-own.js';
import { openDataset, openPairList } from '../../src/datasets/open-dataset.js';
import { temporaryFolder } from '../support/catalog.js';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const PEOPLE = { 'anna/1.jpg': 'a1', 'anna/2.jpg': 'a2', 'boris/1.jpg': 'b1', '.DS_Store': 'junk' };

async function importAndOpen(own: Parameters<typeof importOwn>[0]) {
  const home = temporaryFolder();
  const imported = await importOwn(own, await loadCatalog({ home }), home);
  // A new catalog, as the next command would read it.
  const catalog = await loadCatalog({ home });
  const dataset = await openDataset(catalog.dataset(own.name), { home, offline: true });
  return { home, catalog, imported, dataset };
}

it('subject-folders: usable like any other dataset, from a folder', async () => {
  const { dataset, imported } = await importAndOpen({
    name: 'my-set',
    layout: 'subject-folders',
    from: folderOf(PEOPLE),
  });
  expect(dataset.samples.map(({ id, subject }) => [id, subject])).toEqual([
    ['anna/1.jpg', 'anna'],
    ['anna/2.jpg', 'anna'],
    ['boris/1.jpg', 'boris'],
  ]);
  expect(dataset.digest).toBe(imported.digest);
});

it('subject-folders: from an archive with one more folder on top', async () => {
  const folder = folderOf(Object.fromEntries(Object.entries(PEOPLE).map(([path, text]) => [`people/${path}`, text])));
  const from = join(temporaryFolder(), 'people.tgz');
  await create({ file: from, cwd: folder, gzip: true }, ['people']);
  const { dataset } = await importAndOpen({ name: 'my-set', layout: 'subject-folders', from });
  expect(new Set(dataset.samples.map(({ subject }) => subject))).toEqual(new Set(['anna', 'boris']));
});

it('csv: attributes, a list of pairs, and pictures that are named but not there', async () => {
  const folder = folderOf({
    ...PEOPLE,
    'list.csv': 'path,subject,light\nanna/1.jpg,anna,day\nanna/9.jpg,anna,night\n',
    'p.csv': 'a,b,mated\nanna/1.jpg,anna/9.jpg,1\n',
  });
  const { home, catalog, dataset, imported } = await importAndOpen({
    name: 'my-set',
    layout: 'csv',
    from: join(folder, 'list.csv'),
    pairs: join(folder, 'p.csv'),
  });
  expect(imported.missing).toEqual(['anna/9.jpg']);
  expect(dataset.samples.map(({ id, path, attributes }) => [id, path !== undefined, attributes.light])).toEqual([
    ['anna/1.jpg', true, 'day'],
    ['anna/9.jpg', false, 'night'],
  ]);
  const list = await openPairList(dataset.card, 'own', catalog, { home, offline: true });
  expect(list.pairs).toEqual([{ a: 'anna/1.jpg', b: 'anna/9.jpg', mated: true }]);
});

it('notices when the imported copy was changed afterwards', async () => {
  const { home, catalog, dataset } = await importAndOpen({
    name: 'my-set',
    layout: 'subject-folders',
    from: folderOf(PEOPLE),
  });
  writeFileSync(join(dataset.folder, 'anna', '1.jpg'), 'another');
  await expect(openDataset(catalog.dataset('my-set'), { home, offline: true })).rejects.toThrow('changed anna/1.jpg');
});

it('leaves the source as it was', async () => {
  const from = folderOf(PEOPLE);
  await importAndOpen({ name: 'my-set', layout: 'subject-folders', from });
  expect(readFileSync(join(from, 'anna/1.jpg'), 'utf8')).toBe('a1');
});

it('says which pictures the pairs name that are not there, and keeps what the owner states', async () => {
  const folder = folderOf({ ...PEOPLE, 'p.csv': 'a,b,mated\nanna/1.jpg,cleo/1.jpg,0\n' });
  const own = { name: 'my-set', layout: 'subject-folders', from: folder, pairs: join(folder, 'p.csv') };
  const { imported } = await importAndOpen({ ...own, licence: 'CC0', consent: 'signed' });
  expect(imported.missing).toEqual(['cleo/1.jpg']);
  expect(imported.card).toMatchObject({ licence: { name: 'CC0' }, consent: 'signed' });
});

it('can be deleted, card and all, and imported anew', async () => {
  const { home } = await importAndOpen({ name: 'my-set', layout: 'subject-folders', from: folderOf(PEOPLE) });
  expect(await removeDataset('my-set', home)).toEqual({ copy: true, card: true });
  expect(await removeDataset('my-set', home)).toEqual({ copy: false, card: false });
  const catalog = await loadCatalog({ home });
  expect(catalog.datasets.has('my-set')).toBe(false);
  await importOwn({ name: 'my-set', layout: 'subject-folders', from: folderOf(PEOPLE) }, catalog, home);
});

it.each([
  [{ name: 'My Set', layout: 'pictures' }, PEOPLE, '"My Set" cannot be the name of a dataset'],
  [{ name: 'lfw', layout: 'pictures' }, PEOPLE, 'There is a dataset named "lfw" already'],
  [{ name: 'mine', layout: 'subject-folder' }, PEOPLE, 'did you mean "subject-folders"?'],
  [{ name: 'mine', layout: 'subject-folders' }, { 'readme.txt': 'x' }, 'holds no pictures for mine'],
  [{ name: 'mine', layout: 'csv' }, PEOPLE, 'cannot be read as a manifest'],
  [
    { name: 'mine', layout: 'subject-folders' },
    { '1.jpg': 'x', '2.jpg': 'y' },
    'No picture of mine lies in a folder of its subject',
  ],
])('refuses %j', async (own, files, message) => {
  const home = temporaryFolder();
  const catalog = await loadCatalog({ home });
  await expect(importOwn({ ...own, from: folderOf(files) }, catalog, home)).rejects.toThrow(message);
  expect((await loadCatalog({ home })).datasets.has('mine')).toBe(false);
});

it('says which files are left out', async () => {
  const folder = folderOf({ ...PEOPLE, 'loose.jpg': 'x', 'boris/notes.txt': 'y' });
  symlinkSync(join(folder, 'anna', '1.jpg'), join(folder, 'boris', 'link.jpg'));
  const { imported, dataset } = await importAndOpen({ name: 'my-set', layout: 'subject-folders', from: folder });
  expect(imported.leftOut).toEqual(['boris/notes.txt', 'loose.jpg', 'link.jpg']);
  expect(imported.samples).toBe(dataset.samples.length);
});
