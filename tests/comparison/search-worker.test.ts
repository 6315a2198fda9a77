import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { gemmModel } from '../../src/comparison/gemm-graph.js';
import { type FoundBlock, openSearch, type SearchBlock, type SearchData } from '../../src/comparison/search-block.js';
import { openPool } from '../../src/workers/pool.js';
import { wholeTemplates } from './brute-force.js';

const starts = (...sizes: number[]) => {
  const ends = [0];
  for (const size of sizes) ends.push((ends.at(-1) ?? 0) + size);
  return Int32Array.from(ends);
};

const data: SearchData = {
  gallery: wholeTemplates(12, 3, 1),
  galleryStart: starts(1, 3, 2, 1, 4, 1),
  probes: wholeTemplates(9, 3, 2),
  probeStart: starts(2, 1, 1, 3, 2),
  mate: Int32Array.from([4, -1, 0, 1, -1]),
};
const setup = { model: gemmModel(), dimensions: 3, kept: 3, rows: 9, columns: 5 };

it('gives what a block gives in the calling thread', async () => {
  const blocks: SearchBlock[] = [
    { from: 0, to: 2, data },
    { from: 2, to: 5, data },
  ];
  const own = await openSearch(setup);
  const expected = [await own.run(blocks[0] as SearchBlock), await own.run(blocks[1] as SearchBlock)];
  await own.close();
  const found = new Map<number, FoundBlock>();
  const pool = openPool<SearchBlock, FoundBlock>({
    file: fileURLToPath(new URL('../../dist/comparison/search-worker.js', import.meta.url)),
    handler: 'searchBlock',
    prepare: 'prepare',
    workers: 1,
    workerData: setup,
  });
  await pool.feed(blocks, { onResult: (block, { from }) => void found.set(from, block) });
  await pool.close();
  expect([found.get(0), found.get(2)]).toEqual(expected);
});

it('does not depend on what was searched before', async () => {
  const own = await openSearch(setup);
  const last: SearchBlock = { from: 3, to: 5, data };
  const alone = await own.run(last);
  await own.run({ from: 0, to: 5, data });
  expect(await own.run(last)).toEqual(alone);
  const whole = await own.run({ from: 0, to: 5, data });
  expect(whole.score.subarray(3 * 3)).toEqual(alone.score);
  expect(whole.candidate.subarray(3 * 3)).toEqual(alone.candidate);
  await own.close();
});

it('counts those that have the mate’s score among those before it, not the mate itself', async () => {
  const same = { data: new Float32Array(4 * 3).fill(1), dimensions: 3 };
  const ties: SearchData = {
    gallery: same,
    galleryStart: starts(1, 1, 1, 1),
    probes: { data: new Float32Array(3).fill(2), dimensions: 3 },
    probeStart: starts(1),
    mate: Int32Array.from([2]),
  };
  const own = await openSearch({ ...setup, columns: 2 });
  const found = await own.run({ from: 0, to: 1, data: ties });
  expect([...found.candidate]).toEqual([0, 1, 2]);
  expect([...found.mateScore]).toEqual([6]);
  expect([...found.beforeMate]).toEqual([3]);
  await own.close();
});
