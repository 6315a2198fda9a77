import { expect, it } from 'vitest';
import { createBatcher } from '../../../src/runtimes/devices/batcher.js';
import { DeviceFailure } from '../../../src/runtimes/devices/device-failure.js';
import { shapeOf } from '../../../src/runtimes/devices/stack.js';
import type { Feeds, Outputs, Tensor } from '../../../src/runtimes/network.js';

const picture = (value: number, length = 1): Feeds => ({
  x: { data: new Float32Array(length).fill(value), dims: [1, length] },
});

function batcher(size: number, fails: (pictures: number) => string | undefined = () => undefined) {
  const passes: number[] = [];
  const run = async (feeds: Feeds): Promise<Outputs> => {
    const { data, dims } = feeds.x as Tensor;
    passes.push(dims[0]!);
    const failure = fails(dims[0]!);
    if (failure) throw new Error(failure);
    return { y: { data: data.map((value) => value * 10), dims } };
  };
  const how = { name: 'net', device: 'webgpu', shape: shapeOf(picture(0)), size };
  return { passes, made: createBatcher(run, how) };
}

const firstOf = (outputs: Outputs) => outputs.y?.data[0];

it('gives everybody their own outputs, in passes of one size', async () => {
  const { passes, made } = batcher(4);
  const outputs = await Promise.all(Array.from({ length: 10 }, (_, i) => made.run(picture(i))));
  expect(outputs.map(firstOf)).toEqual(Array.from({ length: 10 }, (_, i) => i * 10));
  expect(passes).toEqual([4, 4, 4]);
});

it('runs pictures of another shape one by one', async () => {
  const { passes, made } = batcher(4);
  const [small, large] = await Promise.all([made.run(picture(1)), made.run(picture(2, 3))]);
  expect([firstOf(small!), large!.y?.dims]).toEqual([10, [1, 3]]);
  expect(passes).toEqual([4, 1]);
});

it('says that passes should have half as many where memory runs out, and makes none of another size', async () => {
  const { passes, made } = batcher(8, (pictures) => (pictures > 2 ? 'failed to allocate 3 GB' : undefined));
  await expect(made.run(picture(1))).rejects.toThrow(
    /^net has no memory left on webgpu for 8 pictures at once \(failed to allocate 3 GB\); what was finished is kept/,
  );
  expect(made.size).toBe(4);
  expect(passes).toEqual([8]);
});

it('stops clearly where there is no memory for one, or the device dies', async () => {
  const full = batcher(1, () => 'out of memory').made;
  const failure = full.run(picture(1));
  await expect(failure).rejects.toBeInstanceOf(DeviceFailure);
  await expect(failure).rejects.toThrow(
    'net has no memory left on webgpu, even for one picture (out of memory); what was finished is kept: run the same command again, or on the processor with --device net=cpu.',
  );
  let alive = true;
  const dying = batcher(1, () => (alive ? undefined : 'Device lost')).made;
  expect(firstOf(await dying.run(picture(1)))).toBe(10);
  alive = false;
  await expect(dying.run(picture(1))).rejects.toThrow(/^net stopped on webgpu \(Device lost\); what was finished/);
});
