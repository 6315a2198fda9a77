import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { archiveKind, unpackInto } from '../../../src/catalog/archive.js';
import { ARCHIVE_LIMITS } from '../../../src/catalog/archive-guard.js';
import { readCsvPairs } from '../../../src/datasets/pair-lists/csv-pairs.js';
import { tempFolder } from '../support/temp.js';
import { pythonTwo, pythonTwoText } from './python-two.js';
import { PICTURES, WRITTEN } from './written-by-python.js';

const temp = tempFolder();

async function written(bytes: Buffer) {
  const folder = await mkdtemp(join(temp, 'pack-'));
  const archive = join(folder, 'any.name');
  await writeFile(archive, bytes);
  const inside = join(folder, 'inside');
  await mkdir(inside);
  return { archive, inside };
}

it('unpacks pictures as they are, and a table of pairs', async () => {
  for (const bytes of [...WRITTEN.bytes, ...WRITTEN.arrays].map((text) => Buffer.from(text, 'base64'))) {
    const { archive, inside } = await written(bytes);
    expect(await archiveKind(archive)).toBe('insightface-bin');
    await unpackInto(archive, inside);
    const names = ['0000000.jpg', '0000001.png', '0000002.jpg', '0000003.jpg'];
    expect((await readdir(inside)).sort()).toEqual([...names, 'pairs.csv']);
    expect(await Promise.all(names.map((name) => readFile(join(inside, name))))).toEqual(PICTURES);
    expect(await readFile(join(inside, 'pairs.csv'), 'utf8')).toBe(
      'a,b,mated\n0000000.jpg,0000001.png,1\n0000002.jpg,0000003.jpg,0\n',
    );
  }
});

it('cuts the pairs into ten folds one after another, the first ones longer, as KFold does', async () => {
  const same = Array.from({ length: 23 }, (_, k) => k % 2 === 0);
  const pictures = Array.from({ length: 46 }, (_, k) => Buffer.from([0xff, 0xd8, k]));
  const { archive, inside } = await written(pythonTwo(pictures, same));
  await unpackInto(archive, inside);
  const pairs = readCsvPairs(await readFile(join(inside, 'pairs.csv'), 'utf8'), 'pairs.csv');
  expect(pairs.map(({ mated }) => mated)).toEqual(same);
  // sklearn.model_selection.KFold(10).split(range(23)) has three folds of three and seven of two.
  expect(pairs.map(({ fold }) => fold)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9]);
});

it('knows text pickles too, and leaves nothing of a refused one', async () => {
  const text = await written(pythonTwoText(PICTURES, [true, false]));
  expect(await archiveKind(text.archive)).toBe('insightface-bin');
  const hostile = await written(Buffer.from('\x80\x02cos\nsystem\n(U\x02lstR.', 'latin1'));
  await expect(unpackInto(hostile.archive, hostile.inside)).rejects.toThrow(
    /any\.name was refused and nothing of it was run: at byte 2 it has the pickle opcode GLOBAL, which names "os\.system" of Python/,
  );
  expect(await readdir(hostile.inside)).toEqual([]);
});

it('does not write one picture a million times', async () => {
  const once = Buffer.concat([
    Buffer.from('\x80\x02](U\xfa', 'latin1'),
    Buffer.alloc(250, 1),
    Buffer.from('q\x00', 'latin1'),
  ]);
  const again = Buffer.from('h\x00'.repeat(199_999), 'latin1');
  const labels = Buffer.from(`e](${'\x88'.repeat(100_000)}e\x86.`, 'latin1');
  const { archive, inside } = await written(Buffer.concat([once, again, labels]));
  await expect(unpackInto(archive, inside, { ...ARCHIVE_LIMITS, maxEntries: 50 })).rejects.toThrow(
    /more than 50 entries/,
  );
});
