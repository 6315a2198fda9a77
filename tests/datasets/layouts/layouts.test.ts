import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { hashContent } from '../../../src/catalog/content.js';
import type { DatasetLayout } from '../../../src/catalog/dataset-card.js';
import { layoutReader } from '../../../src/datasets/layouts/layouts.js';
import type { Sample } from '../../../src/datasets/sample.js';

async function read(files: Readonly<Record<string, string>>, layout: DatasetLayout): Promise<Sample[]> {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { files: found } = await hashContent(folder);
  const samples = await layoutReader(layout.reader, 'mine')({ name: 'mine', folder, files: found, layout });
  return samples.map((sample) => ({
    ...sample,
    ...(sample.path ? { path: sample.path.slice(folder.length + 1) } : {}),
  }));
}

const brief = (samples: readonly Sample[]) =>
  samples.map(({ id, subject, attributes }) => ({ id, subject, attributes }));

it('subject-folders: the first folder below the root is the subject; other files do not matter', async () => {
  const samples = await read(
    {
      'top/anna/1.jpg': 'a',
      'top/anna/more/2.PNG': 'b',
      'top/boris/1.pgm': 'c',
      'top/readme.txt': 'd',
      'top/loose.jpg': 'e',
      'pairs.csv': 'f',
    },
    { reader: 'subject-folders', root: 'top' },
  );
  expect(brief(samples)).toEqual([
    { id: 'anna/1.jpg', subject: 'anna', attributes: {} },
    { id: 'anna/more/2.PNG', subject: 'anna', attributes: {} },
    { id: 'boris/1.pgm', subject: 'boris', attributes: {} },
  ]);
  expect(samples[0]?.path).toBe(join('top', 'anna', '1.jpg'));
  expect(samples[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
});

it('csv: further columns become attributes, and a picture that is not there stays in without a path', async () => {
  const samples = await read(
    { 'manifest.csv': 'path,subject,light\na/1.jpg,anna,day\na/2.jpg,anna,night\n', 'a/1.jpg': 'x' },
    { reader: 'csv', manifest: 'manifest.csv' },
  );
  expect(brief(samples)).toEqual([
    { id: 'a/1.jpg', subject: 'anna', attributes: { light: 'day' } },
    { id: 'a/2.jpg', subject: 'anna', attributes: { light: 'night' } },
  ]);
  expect(samples.map(({ path }) => path !== undefined)).toEqual([true, false]);
});

it.each([
  ['path,person\na.jpg,anna\n', 'must have the columns "path" and "subject"; it has path, person'],
  ['path,subject\n../a.jpg,anna\n', 'record 1: "../a.jpg" must be a path below the folder'],
  ['path,subject\n/etc/a.jpg,anna\n', 'record 1: "/etc/a.jpg" must be a path below'],
  ['path,subject\na.jpg,anna\na.jpg,boris\n', 'record 2: "a.jpg" is listed a second time'],
  ['path,subject\na.jpg,\n', 'record 1: "path" and "subject" must not be empty'],
])('csv: refuses %j', async (text, message) => {
  await expect(read({ 'manifest.csv': text }, { reader: 'csv', manifest: 'manifest.csv' })).rejects.toThrow(message);
});

it('pictures: no subjects', async () => {
  const samples = await read({ 'b.webp': 'x', 'a.jpg': 'y', 'a.txt': 'z' }, { reader: 'pictures' });
  expect(brief(samples)).toEqual([
    { id: 'a.jpg', subject: undefined, attributes: {} },
    { id: 'b.webp', subject: undefined, attributes: {} },
  ]);
});

it('london: subject and expression from the name, the rest from the table', async () => {
  const samples = await read(
    {
      'set/london_info.csv': 'face_id,face_age,face_gender,face_eth\n001,24,female,white\n',
      'set/neutral_front/001_03.jpg': 'x',
      'set/smiling_front/001_08.jpg': 'y',
      'set/smiling_front/002_08.jpg': 'z',
    },
    { reader: 'london', root: 'set', manifest: 'london_info.csv' },
  );
  expect(brief(samples)).toEqual([
    {
      id: 'neutral_front/001_03.jpg',
      subject: '001',
      attributes: { expression: 'neutral', age: '24', gender: 'female', ethnicity: 'white' },
    },
    {
      id: 'smiling_front/001_08.jpg',
      subject: '001',
      attributes: { expression: 'smiling', age: '24', gender: 'female', ethnicity: 'white' },
    },
    {
      id: 'smiling_front/002_08.jpg',
      subject: '002',
      attributes: { expression: 'smiling', age: 'unknown', gender: 'unknown', ethnicity: 'unknown' },
    },
  ]);
});

it('refuses lists, and a layout that nobody has written', () => {
  expect(() => layoutReader('none', 'lfw-pairs')).toThrow('lfw-pairs holds lists, not pictures');
  expect(() => layoutReader('subject-folder', 'mine')).toThrow('did you mean "subject-folders"?');
});

it('csv: takes a path in whatever way it is written, and refuses a column that stands there twice', async () => {
  const samples = await read(
    { 'manifest.csv': 'path,subject\na//1.jpg,anna\n./a/./2.jpg,anna\n', 'a/1.jpg': 'x', 'a/2.jpg': 'y' },
    { reader: 'csv', manifest: 'manifest.csv' },
  );
  expect(samples.map(({ id, path }) => [id, path !== undefined])).toEqual([
    ['a/1.jpg', true],
    ['a/2.jpg', true],
  ]);
  const twice = read({ 'manifest.csv': 'path,subject,path\na,b,c\n' }, { reader: 'csv', manifest: 'manifest.csv' });
  await expect(twice).rejects.toThrow('has two columns named "path"');
});
