import '../../workers/no-telemetry.js';

import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import { FalsematchError, messageOf } from '../../files/errors.js';
import { workerEntry } from '../../workers/entry.js';
import { DeviceFailure } from './device-failure.js';
import type { DeviceMessage, HostMessage, OpenedNetwork, OpenRequest } from './messages.js';

/** The thread that runs networks on a device, as the main thread sees it. */
export interface DeviceHost {
  /** Opens a network there, unless it is open. Throws as `openOnnx` does. */
  open(request: OpenRequest): Promise<OpenedNetwork>;
  /** What was asked to be opened there. */
  opened(): readonly Pick<OpenRequest, 'card' | 'device'>[];
  /** A new end of a line to that thread, for a worker: see `connectDevice`. */
  line(): MessagePort;
  /** Ends the thread, after what it computes. */
  close(): Promise<void>;
}

/** A thread that is started by the first network that it opens. `onSmaller` hears when memory ran out for a batch. */
export function openDeviceHost(onSmaller?: (model: string, batch: number) => void): DeviceHost {
  const asked = new Map<number, { resolve: (network: OpenedNetwork) => void; reject: (reason: Error) => void }>();
  let thread: Worker | undefined;
  let ended: Promise<void> = Promise.resolve();
  const requests: OpenRequest[] = [];
  let next = 0;
  let death: Error | undefined;
  let closing = false;

  const give = (message: HostMessage, transfer: MessagePort[] = []) => thread?.postMessage(message, transfer);
  const rejectAll = (reason: Error) => {
    for (const { reject } of asked.values()) reject(reason);
    asked.clear();
  };
  const hear = (message: DeviceMessage): void => {
    if (message.kind === 'smaller') {
      onSmaller?.(message.model, message.batch);
      return;
    }
    const one = asked.get(message.id);
    asked.delete(message.id);
    if (message.kind === 'opened') one?.resolve(message.network);
    else one?.reject(new FalsematchError(message.message, message.unavailable ? { kind: 'unavailable' } : {}));
  };
  const start = (): void => {
    if (thread) return;
    const started = new Worker(workerEntry('runtimes/devices/device-thread.js'));
    thread = started;
    started.on('message', hear);
    const die = (reason: string): void => {
      death ??= new DeviceFailure(
        `The thread of the device ${reason}; what was finished is kept: run the same command again, or with --device cpu.`,
      );
      rejectAll(death);
    };
    started.on('error', (thrown) => die(`failed (${messageOf(thrown)})`));
    ended = new Promise((resolve) => {
      started.on('exit', () => {
        if (!closing) die('ended in the middle of its work');
        resolve();
      });
    });
  };

  return {
    async open(request) {
      if (death) throw death;
      start();
      requests.push(request);
      const id = next++;
      return new Promise((resolve, reject) => {
        asked.set(id, { resolve, reject });
        give({ kind: 'open', id, request });
      });
    },
    opened: () => requests,
    line() {
      if (death) throw death;
      const { port1, port2 } = new MessageChannel();
      give({ kind: 'connect', port: port1 }, [port1]);
      return port2;
    },
    async close() {
      closing = true;
      give({ kind: 'close' });
      await ended;
      thread = undefined;
    },
  };
}
