import type { MessagePort } from 'node:worker_threads';
import { connectDevice, type DeviceLine } from '../runtimes/devices/remote-network.js';
import { isOnDevice } from './extraction.js';
import { type OpenModel, openHere } from './model-bytes.js';

let device: DeviceLine | undefined;

/** Takes what came with a task as its line to the device's thread: a worker keeps the first that it gets. */
export function takeLine(line: MessagePort | undefined): void {
  if (device) line?.close();
  else if (line) device = connectDevice(line);
}

/** Opens a model in this thread, or at the other end of the line where it runs on a device. */
export const openPlaced: OpenModel = (model) => {
  if (!isOnDevice(model)) return openHere(model);
  if (!device) throw new RangeError(`${model.card.name} runs on a device, and there is no line to it`);
  return device.open(model.card.name);
};
