import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { archiveKind, extractMember, readMember, unpackInto } from '../../src/catalog/archive.js';
import { ARCHIVE_LIMITS } from '../../src/catalog/archive-guard.js';
import { hashContent } from '../../src/catalog/content.js';
import { mirrorFile } from '../support/mirror.js';
import { type TestEntry, writeTgz, writeZip } from './support/archives.js';
import { tempFolder } from './support/temp.js';

const temp = tempFolder();

const WRITERS = { tgz: writeTgz, zip: writeZip };

async function archiveOf(kind: keyof typeof WRITERS, entries: readonly TestEntry[]) {
  const folder = await mkdtemp(join(temp, 'case-'));
  const archive = join(folder, `x.${kind}`);
  await WRITERS[kind](archive, entries);
  const inside = join(folder, 'inside');
  await mkdir(inside);
  return { folder, archive, inside };
}

describe.each(['tgz', 'zip'] as const)('%s', (kind) => {
  it('unpacks files and folders, whatever the archive is called', async () => {
    const { archive, inside } = await archiveOf(kind, [
      { path: './top/', type: 'Directory' },
      { path: './top/a.txt', data: 'A' },
      { path: 'top/deep/b.txt', data: Buffer.alloc(200_000, 1) },
      { path: 'top/empty', data: '' },
    ]);
    await unpackInto(archive, inside);
    expect((await hashContent(inside)).files.map(({ path }) => path)).toEqual([
      'top/a.txt',
      'top/deep/b.txt',
      'top/empty',
    ]);
    expect(await readFile(join(inside, 'top/a.txt'), 'utf8')).toBe('A');
    expect((await readMember(archive, 'top/deep/b.txt')).length).toBe(200_000);
    expect(await extractMember(archive, (path) => path.endsWith('a.txt'), join(inside, 'copy'))).toBe(true);
    expect(await readFile(join(inside, 'copy'), 'utf8')).toBe('A');
    await expect(readMember(archive, 'nope')).rejects.toThrow(/holds no file "nope"/);
  });

  it.each([
    ['../up.txt', /entry "\.\.\/up\.txt" climbs out of the folder/],
    ['a/../../up.txt', /climbs out/],
    ['/tmp/abs.txt', /is an absolute path/],
    ['C:/abs.txt', /starts with a drive letter/],
    ['..\\up.txt', /holds a backslash/],
  ])('refuses %s and writes nothing outside', async (path, message) => {
    const { folder, archive, inside } = await archiveOf(kind, [{ path, data: 'x' }]);
    await expect(unpackInto(archive, inside)).rejects.toThrow(message);
    expect((await readdir(folder)).sort()).toEqual(['inside', `x.${kind}`]);
    expect(await readdir(inside)).toEqual([]);
    expect(existsSync('/tmp/abs.txt')).toBe(false);
  });

  it('refuses a link, so that nothing can be written through it', async () => {
    const { folder, archive, inside } = await archiveOf(kind, [
      { path: 'link', data: '..', type: 'SymbolicLink', linkpath: '..', mode: 0o120777 },
      { path: 'link/up.txt', data: 'x' },
    ]);
    await expect(unpackInto(archive, inside)).rejects.toThrow(
      /x\.(tgz|zip) was refused .* its entry "link" is not a file/,
    );
    expect(existsSync(join(folder, 'up.txt'))).toBe(false);
  });

  it('refuses a name that comes twice, and a file that is also a folder', async () => {
    const twice = await archiveOf(kind, [{ path: 'a' }, { path: 'a', data: 'other' }]);
    await expect(unpackInto(twice.archive, twice.inside)).rejects.toThrow(/"a" comes twice/);
    const both = await archiveOf(kind, [{ path: 'a' }, { path: 'a/b', data: 'x' }]);
    await expect(unpackInto(both.archive, both.inside)).rejects.toThrow(
      /"a\/b" comes twice, or is a file and a folder/,
    );
  });

  it('stops at the limits on entries and bytes', async () => {
    const { archive, inside } = await archiveOf(kind, [
      { path: 'a', data: '12345' },
      { path: 'b', data: '12345' },
    ]);
    const entries = unpackInto(archive, inside, { ...ARCHIVE_LIMITS, maxEntries: 1 });
    await expect(entries).rejects.toThrow(/unpacks to more than 1 entries/);
    const other = await archiveOf(kind, [
      { path: 'a', data: '12345' },
      { path: 'b', data: '12345' },
    ]);
    const bytes = unpackInto(other.archive, other.inside, { ...ARCHIVE_LIMITS, maxBytes: 9 });
    await expect(bytes).rejects.toThrow(/more than 9 bytes/);
  });

  it('says that a truncated archive is damaged', async () => {
    const { archive, inside } = await archiveOf(kind, [
      { path: 'a', data: Buffer.from(Array.from({ length: 90_000 }, (_, i) => (i * 7919) % 251)) },
    ]);
    const bytes = await readFile(archive);
    await writeFile(archive, bytes.subarray(0, Math.floor(bytes.length / 2)));
    await expect(unpackInto(archive, inside)).rejects.toThrow(
      /cannot be unpacked: it is damaged or cut short .*get it again/,
    );
  });
});

it('refuses hard links and devices in a tar', async () => {
  for (const type of ['Link', 'CharacterDevice'] as const) {
    const { archive, inside } = await archiveOf('tgz', [
      { path: 'x', type, ...(type === 'Link' ? { linkpath: '/etc/passwd' } : {}) },
    ]);
    await expect(unpackInto(archive, inside)).rejects.toThrow(new RegExp(`not a file or folder but a ${type}`));
  }
});

it('stops a compression bomb while it streams', async () => {
  const { archive, inside } = await archiveOf('tgz', [{ path: 'zeros', data: Buffer.alloc(120 * 1024 * 1024) }]);
  await expect(unpackInto(archive, inside)).rejects.toThrow(/more than 200 times its size, as a compression bomb does/);
  const { size } = await import('node:fs').then((fs) => fs.promises.stat(join(inside, 'zeros')));
  expect(size).toBeLessThan(40 * 1024 * 1024);
});

it('tells archives by their first bytes and refuses anything else', async () => {
  const text = join(temp, 'text.tgz');
  await writeFile(text, 'not an archive');
  await writeFile(join(temp, 'empty.zip'), '');
  expect(await archiveKind(text)).toBeUndefined();
  expect(await archiveKind(join(temp, 'empty.zip'))).toBeUndefined();
  await expect(unpackInto(text, temp)).rejects.toThrow(/is not a zip, tar or tgz archive/);
  await writeFile(text, gzipSync('not a tar'));
  await expect(unpackInto(text, temp)).rejects.toThrow(/damaged or cut short/);
});

it.skipIf(!mirrorFile('lfw-blufr.tgz'))('unpacks a real archive to its published content digest', async () => {
  const inside = await mkdtemp(join(temp, 'blufr-'));
  await unpackInto(mirrorFile('lfw-blufr.tgz') ?? '', inside);
  const { files, digest } = await hashContent(inside);
  expect(files.length).toBe(41);
  expect(digest).toBe('7205fd19c0a61080790a79f809887f275f43c3fdd8ce2d6adb64e1f7e77fe8fb');
});

it('refuses a zip whose bytes do not have their checksum', async () => {
  const { archive, inside } = await archiveOf('zip', [{ path: 'a.bin', data: randomBytes(5000) }]);
  const bytes = await readFile(archive);
  const at = 1000;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  await writeFile(archive, bytes);
  await expect(unpackInto(archive, inside)).rejects.toThrow(/is damaged or cut short/);
});
