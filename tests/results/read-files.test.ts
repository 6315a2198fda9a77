import { expect, it } from 'vitest';
import { readFiles } from '../../src/results/read-files.js';

const read = readFiles(
  new Map<string, string | Uint8Array>([
    ['a.csv', 'text'],
    ['b.npy', Uint8Array.of(0xc5, 0xbe)],
  ]),
  (path) => `run/${path}`,
);

it('gives text and bytes of what was read, whichever it was read as', () => {
  expect([read.has('a.csv'), read.has('c.csv')]).toEqual([true, false]);
  expect([read.text('a.csv'), read.text('b.npy')]).toEqual(['text', 'ž']);
  expect([[...read.bytes('a.csv')], [...read.bytes('b.npy')]]).toEqual([
    [116, 101, 120, 116],
    [0xc5, 0xbe],
  ]);
});

it('says which file is missing, as what a run that does not verify', () => {
  for (const look of [() => read.text('c.csv'), () => read.bytes('c.csv')]) {
    expect(look).toThrow('run/c.csv is missing: run.json names files that come with it; fetch the run again.');
    expect(look).toThrow(expect.objectContaining({ kind: 'verification' }));
  }
});
