import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkDataset, checkModel } from '../../src/catalog/check.js';
import { type DatasetCard, datasetCardSchema } from '../../src/catalog/dataset-card.js';
import { isDatasetAtHand, obtainDataset } from '../../src/catalog/dataset-store.js';
import { importDataset } from '../../src/catalog/import-dataset.js';
import { loadCatalog } from '../../src/catalog/load-cards.js';
import { contentDigest, sha256Of } from '../../src/files/digest.js';
import { mirrorFile } from '../support/mirror.js';
import { WRITTEN } from './insightface-bin/written-by-python.js';
import { type TestEntry, writeTgz, writeZip } from './support/archives.js';
import { tempFolder } from './support/temp.js';

const temp = tempFolder();

const CONTENT: Record<string, string> = { 'set/ann/1.jpg': 'A1', 'set/ann/2.jpg': 'A2', 'set/bob/1.jpg': 'B1' };
const ENTRIES: TestEntry[] = Object.entries(CONTENT).map(([path, data]) => ({ path, data }));
const DIGEST = contentDigest(Object.entries(CONTENT).map(([path, data]) => ({ path, sha256: sha256Of(data) })));

/** A mirror with the packed dataset, an empty home, and the card; `digest: false` leaves the content digest out. */
async function setUp(options: { digest?: string | false } = {}) {
  const home = await mkdtemp(join(temp, 'home-'));
  const mirror = await mkdtemp(join(temp, 'mirror-'));
  await writeTgz(join(mirror, 'set.tgz'), ENTRIES);
  const sha256 = sha256Of(await readFile(join(mirror, 'set.tgz')));
  const digest = options.digest === false ? {} : { digest: options.digest ?? DIGEST };
  const card: DatasetCard = datasetCardSchema.parse({
    name: 'my-set',
    title: 'Set',
    kind: 'faces',
    licence: { name: 'x', use: 'any' },
    consent: 'given',
    files: [{ name: 'set.tgz', sha256, sources: ['local'], unpack: 'tgz' }],
    content: { files: 3, ...digest },
    layout: { reader: 'subject-folders', root: 'set' },
  });
  return { home, mirror, card, folder: join(home, 'datasets', 'my-set') };
}

async function copyOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(temp, 'copy-'));
  for (const [path, data] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), data);
  }
  return folder;
}

const moved = (change: (path: string) => string) =>
  Object.fromEntries(Object.entries(CONTENT).map(([path, data]) => [change(path), data]));

it('unpacks from the mirror once, and verifies what lies there on each further call', async () => {
  const { home, mirror, card, folder } = await setUp();
  expect(await isDatasetAtHand(card, { home })).toBe(false);
  expect(await isDatasetAtHand(card, { home, mirror })).toBe(true);
  const first = await obtainDataset(card, { home, mirror });
  expect(first).toMatchObject({ root: folder, digest: DIGEST });
  expect(first.files.map(({ path }) => path)).toEqual(Object.keys(CONTENT));
  await writeFile(join(folder, '.DS_Store'), 'junk');
  expect(await obtainDataset(card, { home, offline: true })).toEqual(first);
  expect(await isDatasetAtHand(card, { home })).toBe(true);
  expect((await readdir(join(home, 'datasets'))).sort()).toEqual(['my-set', 'my-set.sha256']);
});

it('serves two callers at the same time', async () => {
  const { home, mirror, card } = await setUp();
  const [a, b] = await Promise.all([obtainDataset(card, { home, mirror }), obtainDataset(card, { home, mirror })]);
  expect(a).toEqual(b);
});

it.each([undefined, false as const])(
  'names the files that have changed (content digest in the card: %s)',
  async (digest) => {
    const { home, mirror, card, folder } = await setUp(digest === undefined ? {} : { digest });
    await obtainDataset(card, { home, mirror });
    await appendFile(join(folder, 'set/ann/1.jpg'), '!');
    await rm(join(folder, 'set/bob/1.jpg'));
    await writeFile(join(folder, 'new.jpg'), '');
    const failure = obtainDataset(card, { home, mirror });
    await expect(failure).rejects.toMatchObject({ kind: 'input' });
    await expect(failure).rejects.toThrow(
      /not as it was published: 3 files differ: changed set\/ann\/1\.jpg; missing set\/bob\/1\.jpg; extra new\.jpg; remove .*my-set and get/,
    );
    expect(await checkDataset(card, { home })).toMatchObject({ state: 'wrong' });
  },
);

it('still verifies by the digest when the list is gone, and cannot without either', async () => {
  const { home, mirror, card } = await setUp();
  await obtainDataset(card, { home, mirror });
  await rm(join(home, 'datasets', 'my-set.sha256'));
  expect((await obtainDataset(card, { home })).digest).toBe(DIGEST);
  const bare = await setUp({ digest: false });
  await obtainDataset(bare.card, bare);
  await rm(join(bare.home, 'datasets', 'my-set.sha256'));
  await expect(obtainDataset(bare.card, bare)).rejects.toThrow(/my-set\.sha256 of the dataset my-set is missing/);
});

it('refuses an archive whose content is not what the card says, and leaves nothing', async () => {
  const { home, mirror, card } = await setUp({ digest: 'f'.repeat(64) });
  await expect(obtainDataset(card, { home, mirror })).rejects.toThrow(/card my-set contradicts itself.*3 files/);
  expect(await readdir(join(home, 'datasets'))).toEqual([]);
});

it('leaves nothing of an archive that climbs out', async () => {
  const { home, mirror, card } = await setUp();
  await writeTgz(join(mirror, 'set.tgz'), [...ENTRIES, { path: '../../up', data: 'x' }]);
  const sha256 = sha256Of(await readFile(join(mirror, 'set.tgz')));
  const files = card.files.map((file) => ({ ...file, sha256 }));
  await expect(obtainDataset({ ...card, files }, { home, mirror })).rejects.toThrow(
    /set\.tgz was refused .*climbs out/,
  );
  expect(await readdir(join(home, 'datasets'))).toEqual([]);
  expect(existsSync(join(home, 'up'))).toBe(false);
});

it('says how to bring a dataset that cannot be had', async () => {
  const { home, card } = await setUp();
  const failure = obtainDataset(card, { home });
  await expect(failure).rejects.toMatchObject({ kind: 'unavailable' });
  await expect(failure).rejects.toThrow(/falsematch datasets import my-set --from DIR\.$/);
  await expect(obtainDataset({ ...card, files: [] }, { home })).rejects.toMatchObject({ kind: 'unavailable' });
});

it.each([
  ['as it is', moved((path) => path)],
  ['without its top folder', moved((path) => path.slice('set/'.length))],
  ['under another top folder', moved((path) => path.replace('set/', 'Set (copy)/'))],
  [
    'two folders deeper, beside other files',
    { ...moved((path) => `a/b/${path}`), 'readme.txt': 'x', 'a/pairs.txt': 'y' },
  ],
  [
    'without its top folder, deeper, beside other files',
    { ...moved((path) => `a/${path.slice(4)}`), 'readme.txt': 'x' },
  ],
  [
    'with what systems leave lying about',
    { ...CONTENT, 'set/.DS_Store': 'x', '__MACOSX/set/._1.jpg': 'x', 'set/Thumbs.db': 'x' },
  ],
])('imports a copy %s, as a folder and as an archive', async (_, files) => {
  const folder = await copyOf(files);
  const before = await readdir(folder, { recursive: true });
  const archive = join(await mkdtemp(join(temp, 'packed-')), 'any-name');
  const entries = Object.entries(files).map(([path, data]) => ({ path, data }));
  for (const from of [folder, 'zip', 'tgz']) {
    const { home, card, folder: root } = await setUp();
    if (from === 'zip') await writeZip(archive, entries);
    if (from === 'tgz') await writeTgz(archive, entries);
    const got = await importDataset(card, from === folder ? folder : archive, { home });
    expect(got).toMatchObject({ root, digest: DIGEST });
    expect((await readdir(join(home, 'datasets'))).sort()).toEqual(['my-set', 'my-set.sha256']);
    expect(await obtainDataset(card, { home, offline: true })).toEqual(got);
  }
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});

it.each([
  ['holds nothing', {}, /it holds no files \(links are not followed\)/],
  [
    'lacks a file',
    { 'set/ann/1.jpg': 'A1', 'set/ann/2.jpg': 'A2' },
    /expected 3 files, and no folder of it holds just so many \(2 files in all\)/,
  ],
  [
    'has other bytes',
    { ...CONTENT, 'set/ann/1.jpg': '' },
    /it holds 3 files as expected, but some have other names or bytes/,
  ],
  ['has other names', moved((path) => path.replace('bob', 'rob')), /some have other names or bytes/],
])('refuses a copy that %s, and leaves nothing', async (_, files, message) => {
  const { home, card } = await setUp();
  const from = await copyOf(files);
  await expect(importDataset(card, from, { home })).rejects.toThrow(message);
  await expect(importDataset(card, join(from, 'none'), { home })).rejects.toThrow(
    /was not imported as my-set: it cannot be read \(ENOENT/,
  );
  expect(await readdir(join(home, 'datasets'))).toEqual([]);
});

it('takes only the pinned archive when nobody has published a content digest', async () => {
  const { home, mirror, card } = await setUp({ digest: false });
  const copy = await copyOf(CONTENT);
  await expect(importDataset(card, copy, { home })).rejects.toThrow(
    /nobody has published the digest of its content, so only the original archive can be verified; name set\.tgz/,
  );
  expect((await importDataset(card, join(mirror, 'set.tgz'), { home })).digest).toBe(DIGEST);
});

const ASKED = { access: { ask: 'https://example.org', terms: 'a signed agreement' }, files: [] };

it('takes a copy of what must be asked for as it is, without the folders that all of it lies in', async () => {
  for (const content of [undefined, { files: 3 }]) {
    const { home, card: base, folder } = await setUp();
    const card: DatasetCard = { ...base, ...ASKED, content };
    await expect(obtainDataset(card, { home })).rejects.toThrow(
      'The dataset my-set is not on this machine and cannot be fetched (a signed agreement); ask for it at https://example.org, then bring the copy with: falsematch datasets import my-set --from PATH.',
    );
    const copy = await copyOf(moved((path) => `downloads/${path}`));
    const got = await importDataset(card, copy, { home });
    expect(got.files.map(({ path }) => path)).toEqual(['ann/1.jpg', 'ann/2.jpg', 'bob/1.jpg']);
    expect(await obtainDataset(card, { home })).toEqual(got);
    await writeFile(join(folder, 'ann/1.jpg'), 'other');
    await expect(obtainDataset(card, { home })).rejects.toThrow(/1 file differs: changed ann\/1\.jpg/);
  }
});

it('refuses such a copy that has not as many files as the card says', async () => {
  const { home, card: base } = await setUp();
  const card: DatasetCard = { ...base, ...ASKED, content: { files: 4 } };
  await expect(importDataset(card, await copyOf(CONTENT), { home })).rejects.toThrow(
    /was not imported as my-set: expected 4 files, found 3; bring the dataset as it was published/,
  );
});

it('unpacks a pack of InsightFace that must be asked for', async () => {
  const { home, card: base } = await setUp();
  const card: DatasetCard = { ...base, ...ASKED, content: { files: 5 } };
  const folder = await mkdtemp(join(temp, 'pack-'));
  await writeFile(join(folder, 'x.bin'), Buffer.from(WRITTEN.bytes[4] ?? '', 'base64'));
  const got = await importDataset(card, join(folder, 'x.bin'), { home });
  expect(got.files.map(({ path }) => path)).toEqual([
    '0000000.jpg',
    '0000001.png',
    '0000002.jpg',
    '0000003.jpg',
    'pairs.csv',
  ]);
});

it('finds single pinned files by their bytes, whatever their names', async () => {
  const { home } = await setUp();
  const base = (await setUp()).card;
  const files = ['one', 'two'].map((data) => ({
    name: `${data}.txt`,
    sha256: sha256Of(data),
    sources: ['local' as const],
  }));
  const digest = contentDigest(files.map(({ name, sha256 }) => ({ path: name, sha256 })));
  const card: DatasetCard = { ...base, files, content: { files: 2, digest } };
  await expect(importDataset(card, await copyOf({ 'x/1': 'one' }), { home })).rejects.toThrow(
    /1 of its 2 files are missing.*\(two\.txt\)/,
  );
  const got = await importDataset(card, await copyOf({ 'x/1': 'one', '2': 'two', '3': 'three' }), { home });
  expect(got.files.map(({ path }) => path)).toEqual(['one.txt', 'two.txt']);
});

it('checks what is there without fetching anything', async () => {
  const { home, mirror, card } = await setUp();
  expect(await checkDataset(card, { home })).toEqual({ state: 'absent', missing: ['set.tgz'] });
  expect(await checkDataset(card, { home, mirror })).toEqual({ state: 'ok', places: ['mirror'] });
  await obtainDataset(card, { home, mirror });
  expect(await checkDataset(card, { home })).toEqual({ state: 'ok', places: ['unpacked'] });
  const model = (await loadCatalog({ home })).model('ppocr-v4-rec');
  expect(await checkModel(model, { home, mirror })).toEqual({
    state: 'absent',
    missing: ['ch_PP-OCRv4_rec_infer.onnx', 'ppocr_keys_v1.txt'],
  });
  await writeFile(join(mirror, 'ppocr_keys_v1.txt'), '');
  await writeFile(join(mirror, 'ch_PP-OCRv4_rec_infer.onnx'), '');
  expect(await checkModel(model, { home, mirror })).toMatchObject({
    state: 'wrong',
    detail: expect.stringMatching(/rec_infer\.onnx: expected SHA-256 .*\(0 bytes\)/),
  });
});

const real = ['face-research-lab-london-320', 'lfw-gender', 'lfw-blufr', 'openalpr-endtoend-eu-us', 'lfw-pairs'].filter(
  (name) => mirrorFile(name === 'lfw-pairs' ? 'lfw-pairs.txt' : `${name}.tgz`),
);

it.skipIf(real.length === 0)('unpacks the datasets of the mirror to their published digests', async () => {
  const home = await mkdtemp(join(temp, 'real-'));
  const catalog = await loadCatalog({ home });
  for (const name of real) {
    const card = catalog.dataset(name);
    const { files, digest } = await obtainDataset(card, {
      home,
      mirror: process.env.FALSEMATCH_MIRROR ?? '',
      offline: true,
    });
    expect({ name, files: files.length, digest }).toEqual({ name, ...card.content });
  }
});
