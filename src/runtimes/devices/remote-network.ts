import type { MessagePort } from 'node:worker_threads';
import type { ByteTensor, Feeds, Network, Tensor } from '../network.js';
import { DeviceFailure } from './device-failure.js';
import type { RunReply, RunRequest } from './messages.js';

/** The networks of a device's thread, as a worker sees them. */
export interface DeviceLine {
  /** A network that the main thread has opened there, by the name of its model. */
  open(model: string): Promise<Network>;
  close(): void;
}

/**
 * Networks at the other end of a line. Their inputs are copied before `run` returns, so several passes may be under way.
 * Throws DeviceFailure when the device fails, or its thread is gone.
 */
export function connectDevice(port: MessagePort): DeviceLine {
  const asked = new Map<number, { resolve: (reply: RunReply) => void; reject: (reason: Error) => void }>();
  let next = 0;
  let gone = false;
  port.on('message', (reply: RunReply) => {
    const one = asked.get(reply.id);
    asked.delete(reply.id);
    if (asked.size === 0) port.unref();
    if ('failure' in reply) one?.reject(new DeviceFailure(reply.failure));
    else one?.resolve(reply);
  });
  port.on('close', () => {
    gone = true;
    for (const { reject } of asked.values()) reject(new DeviceFailure('the thread of the device is gone'));
    asked.clear();
  });
  // A worker that has nothing to ask may end.
  port.unref();

  const ask = (model: string, feeds?: Feeds): Promise<RunReply> =>
    new Promise((resolve, reject) => {
      if (gone) return reject(new DeviceFailure('the thread of the device is gone'));
      const id = next++;
      asked.set(id, { resolve, reject });
      port.ref();
      const request: RunRequest = { id, model, ...(feeds ? { feeds } : {}) };
      port.postMessage(request, feeds ? Object.values(feeds).map(({ data }) => data.buffer as ArrayBuffer) : []);
    });

  return {
    async open(model) {
      const reply = await ask(model);
      if (!('opened' in reply)) throw new DeviceFailure(`${model} was not opened on the device`);
      const { inputNames, outputNames, runsOn } = reply.opened;
      return {
        inputNames,
        outputNames,
        runsOn,
        concurrent: true,
        async run(feeds, into = {}) {
          const reply = await ask(model, copied(feeds));
          if (!('outputs' in reply)) throw new DeviceFailure(`${model} gave no outputs`);
          for (const [name, { data }] of Object.entries(into)) data.set(reply.outputs[name]?.data ?? []);
          return reply.outputs;
        },
        // The network belongs to the thread at the other end.
        release: async () => {},
      };
    },
    close: () => port.close(),
  };
}

function copied(feeds: Feeds): Feeds {
  const copies: Record<string, Tensor | ByteTensor> = {};
  for (const [name, { data, dims }] of Object.entries(feeds)) {
    copies[name] = { data: data.slice(), dims } as Tensor | ByteTensor;
  }
  return copies;
}
