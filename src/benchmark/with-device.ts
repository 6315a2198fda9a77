import type { ModelCard } from '../catalog/model-card.js';
import { type DeviceHost, openDeviceHost } from '../runtimes/devices/device-host.js';
import { readDeviceNote, writeDeviceNote } from '../runtimes/devices/device-notes.js';

/** Memory of a device ran out for a model's passes: it takes fewer pictures from here on. */
export interface SmallerBatch {
  readonly model: string;
  readonly batch: number;
}

/**
 * Does some work that may run networks on a device. When memory runs out in passes of several pictures, their number is
 * halved and noted, and the work is done again from its start: what is made in passes of another size is other work, with
 * other last bits. Where there is no memory even for one picture, or the device fails otherwise, that is thrown.
 */
export async function withDevice<R>(
  home: string,
  onSmaller: ((smaller: SmallerBatch) => void) | undefined,
  work: (host: DeviceHost) => Promise<R>,
  open: typeof openDeviceHost = openDeviceHost,
): Promise<R> {
  for (;;) {
    const smaller = new Map<string, number>();
    const host = open((model, batch) => smaller.set(model, batch));
    let failure: unknown;
    try {
      return await work(host);
    } catch (thrown) {
      failure = thrown;
    } finally {
      // Once it has ended, all that it had to say is here.
      await host.close();
    }
    if (smaller.size === 0) throw failure;
    for (const { card, device } of host.opened()) {
      const batch = smaller.get(card.name);
      const note = batch === undefined ? undefined : await readDeviceNote(home, card as ModelCard, device);
      // What was found of larger passes says nothing of smaller ones.
      if (batch !== undefined && note)
        await writeDeviceNote(home, card as ModelCard, { device, runsOn: note.runsOn, batch });
      if (batch !== undefined) onSmaller?.({ model: card.name, batch });
    }
  }
}
