import { readFile } from 'node:fs/promises';
import { type MessagePort, parentPort } from 'node:worker_threads';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { ByteTensor, Feeds, Tensor } from '../network.js';
import { type OnnxNetwork, openOnnx } from '../onnx-runtime.js';
import { findBatchSize } from './batch-size.js';
import { type Batcher, createBatcher } from './batcher.js';
import type { DeviceMessage, HostMessage, OpenedNetwork, OpenRequest, RunReply, RunRequest } from './messages.js';
import { shapeOf } from './stack.js';

/*
 * The one thread that talks to a device: sessions block the thread that calls them, and a device serves one caller best that
 * brings much at once. Workers ask through ports.
 */

interface Open {
  readonly network: OnnxNetwork;
  readonly known: OpenedNetwork;
  readonly batcher: Batcher;
}

const open = new Map<string, Open>();
const ports = new Set<MessagePort>();
const main = parentPort;
if (!main) throw new Error('this file is loaded as a worker thread');

main.on('message', (message: HostMessage) => {
  if (message.kind === 'open') void answerOpen(message.id, message.request);
  if (message.kind === 'connect') connect(message.port);
  if (message.kind === 'close') void close();
});

function tell(message: DeviceMessage): void {
  main?.postMessage(message);
}

async function answerOpen(id: number, request: OpenRequest): Promise<void> {
  try {
    tell({ kind: 'opened', id, network: await openOne(request) });
  } catch (thrown) {
    const unavailable = thrown instanceof FalsematchError && thrown.kind === 'unavailable';
    tell({ kind: 'failed', id, message: messageOf(thrown), unavailable });
  }
}

async function openOne({ card, path, device, shape, batch: asked }: OpenRequest): Promise<OpenedNetwork> {
  const before = open.get(card.name);
  if (before) return before.known;
  const bytes = await readFile(path);
  const network = await openOnnx(bytes, { rewrites: card.rewrites ?? [], name: card.file.name, device });
  const example = (seed: number) => madeUp(network, shape, seed);
  const batch = network.canStack
    ? (asked ??
      (await findBatchSize(
        (feeds) => network.run(feeds),
        example,
        () => performance.now(),
      )))
    : 1;
  const { inputNames, outputNames, runsOn } = network;
  const known = { inputNames, outputNames, runsOn, batch };
  const how = { name: card.name, device, shape: shapeOf(example(1)), size: batch };
  open.set(card.name, { network, known, batcher: createBatcher((feeds) => network.run(feeds), how) });
  return known;
}

/** Pictures of noise: constants are computed faster than pictures, and the same everywhere. */
function madeUp(network: OnnxNetwork, shape: readonly number[], seed: number): Feeds {
  let state = seed;
  const next = () => {
    // The linear congruence of Numerical Recipes: any noise does.
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const feeds: Record<string, Tensor | ByteTensor> = {};
  for (const { name, type, sides } of network.inputs) {
    const dims = sides.map((side, at) =>
      typeof side === 'number' && side > 0 ? side : at === 0 ? 1 : (shape[at] ?? 1),
    );
    const length = dims.reduce((product, side) => product * side, 1);
    feeds[name] =
      type === 'uint8'
        ? { data: Uint8Array.from({ length }, () => next() * 256), dims }
        : { data: Float32Array.from({ length }, next), dims };
  }
  return feeds;
}

function connect(port: MessagePort): void {
  ports.add(port);
  port.on('close', () => ports.delete(port));
  port.on('message', (request: RunRequest) => void answerRun(port, request));
}

async function answerRun(port: MessagePort, { id, model, feeds }: RunRequest): Promise<void> {
  const reply = (message: RunReply, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const found = open.get(model);
  if (!found) return reply({ id, failure: `${model} is not open on the device` });
  if (!feeds) return reply({ id, opened: found.known });
  const before = found.batcher.size;
  try {
    const outputs = await found.batcher.run(feeds);
    // Outputs of the runtime may share memory of its own, which cannot be handed over; those of a share are copies.
    reply({ id, outputs });
  } catch (thrown) {
    reply({ id, failure: messageOf(thrown) });
  }
  if (found.batcher.size < before) tell({ kind: 'smaller', model, batch: found.batcher.size });
}

/** Ends the thread once nothing is computed any more: a session that is torn down in its work takes the process with it. */
async function close(): Promise<void> {
  for (const { network } of open.values()) await network.release();
  for (const port of ports) port.close();
  main?.close();
}
