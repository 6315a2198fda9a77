import { expect, it } from 'vitest';
import { findBatchSize } from '../../../src/runtimes/devices/batch-size.js';
import type { Feeds, Outputs, Tensor } from '../../../src/runtimes/network.js';

const example = (seed: number): Feeds => ({ x: { data: Float32Array.of(seed, seed + 0.5), dims: [1, 2] } });

/** A network that doubles its input on a clock of its own: `cost` says how long a pass of so many pictures takes. */
function device(
  cost: (pictures: number) => number,
  double: (x: Tensor) => Tensor = ({ data, dims }) => ({ data: data.map((v) => v * 2), dims }),
) {
  const sizes: number[] = [];
  let clock = 0;
  const run = async (feeds: Feeds): Promise<Outputs> => {
    const x = feeds.x as Tensor;
    sizes.push(x.dims[0]!);
    clock += cost(x.dims[0]!);
    return { y: double(x) };
  };
  return { sizes, size: () => findBatchSize(run, example, () => clock) };
}

it('doubles while a picture becomes at least a tenth cheaper', async () => {
  // A fixed cost of 10 and 1 a picture: at 64 a picture costs 1.16, at 32 1.31, so it is worth it to the end.
  expect(await device((n) => 10 + n).size()).toBe(64);
  // A fixed cost of 1: 2, 1.5, 1.25, 1.125: the last is exactly a tenth cheaper, which is not more than a tenth.
  expect(await device((n) => 1 + n).size()).toBe(4);
  expect(await device((n) => n).size()).toBe(1);
});

it('stops where memory ends', async () => {
  const cost = (n: number) => {
    if (n > 8) throw new Error('CUDA failure 2: out of memory');
    return 100 + n;
  };
  expect(await device(cost).size()).toBe(8);
});

it('stays at one for a network that fixes its shape, or mixes pictures up', async () => {
  const fixed = (n: number) => {
    if (n > 1) throw new Error('Got invalid dimensions for input: x');
    return 10;
  };
  expect(await device(fixed).size()).toBe(1);
  const swapped = ({ data, dims }: Tensor) => ({ data: Float32Array.from(data).reverse(), dims });
  expect(await device(() => 1, swapped).size()).toBe(1);
  const whole = ({ data }: Tensor) => ({ data: data.slice(0, 1), dims: [1] });
  expect(await device(() => 1, whole).size()).toBe(1);
});

it('does not take another failure for the end of memory', async () => {
  const cost = (n: number) => {
    if (n > 2) throw new Error('device lost');
    return 100 + n;
  };
  await expect(device(cost).size()).rejects.toThrow('device lost');
});
