import { expect, it } from 'vitest';
import type { Network } from '../../src/runtimes/network.js';
import { timedNetwork } from '../../src/speed/timed-network.js';

const outputs = { y: { data: Float32Array.of(1), dims: [1] } };

it('gives what the network gives, and tells of every pass that ended', async () => {
  const asked: unknown[] = [];
  let released = 0;
  const network: Network = {
    inputNames: ['x'],
    outputNames: ['y'],
    runsOn: ['cpu'],
    async run(...args) {
      asked.push(args);
      if (asked.length === 2) throw new Error('spoilt');
      return outputs;
    },
    async release() {
      released += 1;
    },
  };
  const told: number[] = [];
  const timed = timedNetwork(network, (ms) => told.push(ms));
  const feeds = { x: { data: Float32Array.of(2), dims: [1] } };
  expect(await timed.run(feeds, outputs)).toBe(outputs);
  await expect(timed.run(feeds)).rejects.toThrow('spoilt');
  await timed.release();
  expect(asked).toEqual([
    [feeds, outputs],
    [feeds, undefined],
  ]);
  expect(told).toEqual([expect.any(Number)]);
  expect(told[0]).toBeGreaterThanOrEqual(0);
  expect([timed.inputNames, timed.outputNames, timed.runsOn, released]).toEqual([['x'], ['y'], ['cpu'], 1]);
});
