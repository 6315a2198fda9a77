import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { importOwn } from '../../src/datasets/import-own.js';
import { openDataset } from '../../src/datasets/open-dataset.js';
import type { OwnDataset } from '../../src/datasets/own-card.js';
import { temporaryFolder } from '../support/catalog.js';
import { type Files, folderWith, grey } from './layouts/read-layout.js';

const picture = await grey(100, 50);
const CCPD = '025-95_113-154&383_386&473-386&473_177&454_154&383_363&402-0_0_22_27_27_33_16-37-15.jpg';
const annotation = `<annotation><object><name>gizmo</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>9</xmax>
<ymax>8</ymax></bndbox></object></annotation>`;

const SETS: Readonly<
  Record<string, { files: Files; own?: Partial<OwnDataset>; found: object; texts: (string | undefined)[] }>
> = {
  openalpr: {
    files: {
      'rs/1.png': picture,
      'rs/1.txt': '1.png\t1\t2\t30\t8\tBG123\n',
      'rs/gone.txt': 'gone.png\t1\t2\t3\t4\tČ1\n',
    },
    found: { samples: 2, plates: { labelled: 2, texts: 2 }, missing: ['rs/gone.png'], leftOut: [] },
    texts: ['BG123', 'Č1'],
  },
  ccpd: {
    files: { [`ccpd_base/${CCPD}`]: picture, 'ccpd_np/1.jpg': picture, LICENSE: 'MIT' },
    found: { samples: 2, plates: { labelled: 1, texts: 1 }, missing: [], leftOut: ['LICENSE'] },
    texts: ['皖AY339S'],
  },
  voc: {
    files: { 'a.png': picture, 'a.xml': annotation },
    own: { classes: ['gizmo'] },
    found: { samples: 1, plates: { labelled: 1, texts: 0 }, missing: [], leftOut: [] },
    texts: [undefined],
  },
  yolo: {
    files: { 'images/a.png': picture, 'labels/a.txt': '0 .5 .5 1 1\n2 .5 .5 .5 .5\n', 'images/b.png': picture },
    own: { classes: [2] },
    found: { samples: 2, plates: { labelled: 1, texts: 0 }, missing: [], leftOut: [] },
    texts: [undefined],
  },
  'text-csv': {
    files: { 'p.csv': 'image_path,plate_text,plate_region\na.png,BG1,Serbia\ngone.png,BG2,\n', 'a.png': picture },
    found: { samples: 2, plates: { labelled: 2, texts: 2 }, missing: ['gone.png'], leftOut: [] },
    texts: ['BG1', 'BG2'],
  },
  'plates-csv': {
    files: {
      'p.csv':
        'file,left,top,right,bottom,text,condition\na.png,1,2,30,8,BG1,clean\na.png,40,2,70,8,BG2,clean\ngone.png,,,,,,dirt\n',
      'a.png': picture,
      'generated.json': '{}',
    },
    found: { samples: 2, plates: { labelled: 2, texts: 2 }, missing: ['gone.png'], leftOut: [] },
    texts: ['BG1', 'BG2'],
  },
};

it('remembers that pictures are drawn, by the settings that lie beside them', async () => {
  const home = temporaryFolder();
  const drawn = await Promise.all(
    [{}, { 'generated.json': '{}' }].map(async (more, index) => {
      const folder = await folderWith({
        'p.csv': 'file,left,top,right,bottom,text\na.png,1,2,30,8,BG1\n',
        'a.png': picture,
        ...more,
      });
      const own = { name: `set-${index}`, layout: 'plates-csv', from: join(folder, 'p.csv') };
      return (await importOwn(own, await loadCatalog({ home }), home)).card.drawn;
    }),
  );
  expect(drawn).toEqual([undefined, true]);
});

it.each(Object.keys(SETS))('%s: usable like any other dataset of plates', async (layout) => {
  const { files = {}, own, found, texts } = SETS[layout] ?? { found: {}, texts: [] };
  const folder = folderWith(files);
  const home = temporaryFolder();
  const from = 'p.csv' in files ? join(folder, 'p.csv') : folder;
  const imported = await importOwn({ name: 'my-plates', layout, from, ...own }, await loadCatalog({ home }), home);
  expect(imported).toMatchObject(found);
  expect(imported.card.kind).toBe('plates');
  // A new catalog, as the next command would read it.
  const catalog = await loadCatalog({ home });
  const { samples, digest } = await openDataset(catalog.dataset('my-plates'), { home, offline: true });
  expect(digest).toBe(imported.digest);
  expect(samples.flatMap(({ plates = [] }) => plates.map(({ text }) => text))).toEqual(texts);
  for (const [path, data] of Object.entries(files)) {
    expect(readFileSync(join(folder, path)).equals(Buffer.from(data))).toBe(true);
  }
});

it.each([
  [{ layout: 'yolo' }, { 'a.png': picture }, 'The dataset mine has no label file of any picture'],
  [{ layout: 'openalpr' }, { 'a.png': picture }, '1 picture of mine have no label file (.txt)'],
  [{ layout: 'yolo' }, { 'a.txt': '0 .5 .5 1 1' }, 'holds no pictures for mine'],
  [{ layout: 'voc', pairs: 'p.csv' }, { 'a.png': picture }, '--pairs is a list of comparisons of faces'],
  [{ layout: 'ccpd', classes: [1] }, { 'a.png': picture }, '--classes is for --layout yolo and --layout voc'],
  [{ layout: 'text-csv' }, { 'a.png': picture }, 'cannot be read as a manifest'],
  [{ layout: 'jolo' }, { 'a.png': picture }, 'did you mean "yolo"?'],
])('refuses %j, and leaves nothing', async (own, files: Files, message) => {
  const home = temporaryFolder();
  const catalog = await loadCatalog({ home });
  await expect(importOwn({ name: 'mine', from: folderWith(files), ...own }, catalog, home)).rejects.toThrow(message);
  expect((await loadCatalog({ home })).datasets.has('mine')).toBe(false);
});
