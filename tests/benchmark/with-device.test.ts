import { expect, it } from 'vitest';
import { withDevice } from '../../src/benchmark/with-device.js';
import type { DeviceHost } from '../../src/runtimes/devices/device-host.js';
import { readDeviceNote, writeDeviceNote } from '../../src/runtimes/devices/device-notes.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';

// The thread is never started here: what is tried is what is done when it says that memory ran out.
it('gives what the work gives, and throws what it throws', async () => {
  const home = temporaryFolder();
  expect(await withDevice(home, undefined, async () => 7)).toBe(7);
  await expect(
    withDevice(home, undefined, async () => {
      throw new Error('lost');
    }),
  ).rejects.toThrow('lost');
});

it('keeps notes of a device apart by what decides what a model gives', async () => {
  const home = temporaryFolder();
  const card = (await packagedCatalog()).model('scrfd-500m');
  if (card.kind !== 'face-detector') throw new Error('it finds faces');
  expect(await readDeviceNote(home, card, 'webgpu')).toBeUndefined();
  await writeDeviceNote(home, card, { device: 'webgpu', runsOn: ['webgpu'], batch: 4 });
  expect(await readDeviceNote(home, card, 'webgpu')).toMatchObject({ model: 'scrfd-500m', batch: 4 });
  expect(await readDeviceNote(home, card, 'cuda')).toBeUndefined();
  expect(await readDeviceNote(home, { ...card, scoreThreshold: 0.02 }, 'webgpu')).toBeUndefined();
  expect(await readDeviceNote(home, { ...card, title: 'Another title' }, 'webgpu')).toMatchObject({ batch: 4 });
  process.env.VK_ICD_FILENAMES = '/another/driver.json';
  try {
    expect(await readDeviceNote(home, card, 'webgpu')).toBeUndefined();
  } finally {
    delete process.env.VK_ICD_FILENAMES;
  }
});

// No processor says that its memory ran out when it is told to, so a host that says it stands for one.
it('begins again with half as many pictures where memory ran out, and notes that', async () => {
  const home = temporaryFolder();
  const card = (await packagedCatalog()).model('scrfd-500m');
  await writeDeviceNote(home, card, { device: 'webgpu', runsOn: ['webgpu'], batch: 4 });
  const told: unknown[] = [];
  let closed = 0;
  const open = (onSmaller?: (model: string, batch: number) => void): DeviceHost => ({
    open: async () => {
      const { batch = 0 } = (await readDeviceNote(home, card, 'webgpu')) ?? {};
      if (batch > 1) onSmaller?.('scrfd-500m', batch / 2);
      return { inputNames: [], outputNames: [], runsOn: ['webgpu'], batch };
    },
    opened: () => [{ card, device: 'webgpu' }],
    line: () => {
      throw new RangeError('nobody asks for a line');
    },
    close: async () => {
      closed += 1;
    },
  });
  const work = async (host: DeviceHost) => {
    const { batch } = await host.open({ card, path: '/x', device: 'webgpu', shape: [1] });
    if (batch > 1) throw new Error('out of memory');
    return batch;
  };
  expect(await withDevice(home, (smaller) => told.push(smaller), work, open)).toBe(1);
  expect(told).toEqual([
    { model: 'scrfd-500m', batch: 2 },
    { model: 'scrfd-500m', batch: 1 },
  ]);
  expect(closed).toBe(3);
});
