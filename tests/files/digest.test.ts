import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentDigest, sha256Of, sha256OfFile } from '../../src/files/digest.js';

it('gives the SHA-256 of bytes and of strings (FIPS 180-2, "abc")', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256Of('abc')).toBe(abc);
  expect(sha256Of(Buffer.from('abc'))).toBe(abc);
});

it('gives a file the digest of its bytes, also across pieces and for an empty file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'falsematch-test-'));
  try {
    for (const size of [0, 1, 262_144, 262_145, 1_000_003]) {
      const bytes = Buffer.alloc(size, 7);
      await writeFile(join(folder, 'f'), bytes);
      expect(await sha256OfFile(join(folder, 'f'))).toBe(sha256Of(bytes));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('is the SHA-256 over sorted lines with a line break after each', () => {
  const a = { path: 'a/x.jpg', sha256: '11' };
  const b = { path: 'b.txt', sha256: '22' };
  expect(contentDigest([b, a])).toBe(sha256Of('a/x.jpg\t11\nb.txt\t22\n'));
  expect(contentDigest([])).toBe(sha256Of(''));
});

it('sorts by bytes: capitals first, and what lies above U+FFFF last', () => {
  const entries = ['\u{1f600}', '\uffee', 'b', 'B'].map((path) => ({ path, sha256: '0' }));
  expect(contentDigest(entries)).toBe(sha256Of('B\t0\nb\t0\n\uffee\t0\n\u{1f600}\t0\n'));
});

it('does not depend on the order of the entries', () => {
  const entry = fc.record({ path: fc.stringMatching(/^[a-z/._]{1,8}$/), sha256: fc.stringMatching(/^[0-9a-f]{4}$/) });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: (e) => e.path }), (entries) => {
      expect(contentDigest([...entries].reverse())).toBe(contentDigest(entries));
    }),
  );
});

it('refuses a path that would make two contents look alike', () => {
  expect(() => contentDigest([{ path: 'a\tb', sha256: '0' }])).toThrow(/tab or a line break.*rename/);
});
