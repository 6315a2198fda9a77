import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DeviceFailure } from '../../../src/runtimes/devices/device-failure.js';
import { type DeviceHost, openDeviceHost } from '../../../src/runtimes/devices/device-host.js';
import { connectDevice } from '../../../src/runtimes/devices/remote-network.js';
import { GRAPH } from '../../../src/runtimes/graph/onnx-model.js';
import { model, node, value } from '../graph/models.js';

// The thread and its lines are the same whatever the device is, so they are tried on the processor, which is always there.
const device = 'cpu' as const;
const card = (name: string) => ({ name, file: { name: `${name}.onnx` } });
let folder: string;
let host: DeviceHost;

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, `${name}.onnx`);
  await writeFile(path, bytes);
  return path;
}
const negation = (first: number | string) =>
  model([node('Neg', ['x'], 'y'), value(GRAPH.input, 'x', [first, 2]), value(GRAPH.output, 'y', [first, 2])]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'falsematch-device-'));
  host = openDeviceHost();
});
afterAll(() => host.close());

it('runs networks for many who ask at once, each with their own outputs', async () => {
  const path = await write('many', negation('n'));
  const known = await host.open({ card: card('many'), path, device, shape: [1, 2], batch: 4 });
  expect(known).toEqual({ inputNames: ['x'], outputNames: ['y'], runsOn: ['cpu'], batch: 4 });
  const lines = [connectDevice(host.line()), connectDevice(host.line())];
  const networks = await Promise.all(lines.map((line) => line.open('many')));
  const x = { data: new Float32Array(2), dims: [1, 2] };
  const asked = Array.from({ length: 30 }, (_, i) => {
    // The array is used again at once: what is asked is what stood in it then.
    x.data.set([i, -i]);
    return networks[i % 2]!.run({ x });
  });
  const outputs = await Promise.all(asked);
  expect(outputs.map(({ y }) => [...y!.data])).toEqual(outputs.map((_, i) => [-i, i]));
  expect(outputs[29]?.y?.dims).toEqual([1, 2]);
  for (const line of lines) line.close();
});

it('finds the pictures of a pass itself, and one for a network that fixes it', async () => {
  const open = await host.open({ card: card('open'), path: await write('open', negation('n')), device, shape: [1, 2] });
  expect(open.batch).toBeGreaterThanOrEqual(1);
  const fixed = await host.open({
    card: card('fixed'),
    path: await write('fixed', negation(1)),
    device,
    shape: [1, 2],
    batch: 8,
  });
  expect(fixed.batch).toBe(1);
});

it('says what is no model, and what was never opened', async () => {
  const path = await write('broken', Uint8Array.of(1, 2, 3));
  await expect(host.open({ card: card('broken'), path, device, shape: [1] })).rejects.toThrow(
    /^broken\.onnx cannot be loaded/,
  );
  const line = connectDevice(host.line());
  await expect(line.open('nothing')).rejects.toThrow('nothing is not open on the device');
  line.close();
});

it('tells of a pass that fails, and goes on', async () => {
  await host.open({ card: card('picky'), path: await write('picky', negation(1)), device, shape: [1, 2] });
  const line = connectDevice(host.line());
  const network = await line.open('picky');
  const failure = network.run({ x: { data: new Float32Array(3), dims: [1, 3] } });
  await expect(failure).rejects.toBeInstanceOf(DeviceFailure);
  await expect(failure).rejects.toThrow(/^picky stopped on cpu/);
  const { y } = await network.run({ x: { data: Float32Array.of(1, 2), dims: [1, 2] } });
  expect(y?.data).toEqual(Float32Array.of(-1, -2));
  line.close();
});

it('fails what is asked of a thread that is gone, and never waits for it', async () => {
  const own = openDeviceHost();
  await own.open({ card: card('own'), path: await write('own', negation(1)), device, shape: [1, 2] });
  const line = connectDevice(own.line());
  const network = await line.open('own');
  await own.close();
  await expect(network.run({ x: { data: new Float32Array(2), dims: [1, 2] } })).rejects.toThrow(
    'the thread of the device is gone',
  );
  // One that never began ends at once.
  await openDeviceHost().close();
});
