import '../workers/no-telemetry.js';

import { env, InferenceSession } from 'onnxruntime-node';
import { FalsematchError, messageOf } from '../files/errors.js';
import type { Device } from './devices/device.js';
import { deviceProblem } from './devices/device-problem.js';

/** Fatal ones only: what goes wrong is thrown as well, and some published models make the runtime print hundreds of warnings. */
const LOG_FATAL = 4;
env.logLevel = 'fatal';

const OPTIONS: InferenceSession.SessionOptions = {
  // One thread a network: the pool of workers is what uses the other cores.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: LOG_FATAL,
};

/** A session, and what its nodes run on. */
export interface OnnxSession {
  readonly session: InferenceSession;
  readonly runsOn: readonly string[];
}

/**
 * A session of onnxruntime on a device. Nodes that the device cannot run are left to the processor, and `runsOn` says so.
 * Throws FalsematchError for bytes that are no model, and `unavailable` for a device that is not there.
 */
export async function openSession(model: Uint8Array, name: string, device: Device): Promise<OnnxSession> {
  if (device === 'cpu') {
    return { session: await create(model, { ...OPTIONS, executionProviders: ['cpu'] }, name), runsOn: ['cpu'] };
  }
  const options = { ...OPTIONS, executionProviders: [device] };
  try {
    // With this setting a session does not open when a node is left to the processor.
    const strict = { ...options, extra: { session: { disable_cpu_ep_fallback: '1' } } };
    return { session: await InferenceSession.create(model, strict), runsOn: [device] };
  } catch {
    // A file that is no model, or has an opset that nobody knows, is to be told as that, not as the device's fault.
    await (await create(model, { ...OPTIONS, executionProviders: ['cpu'] }, name)).release();
  }
  try {
    return { session: await InferenceSession.create(model, options), runsOn: [device, 'cpu'] };
  } catch (thrown) {
    throw deviceProblem(device, name, briefly(thrown));
  }
}

async function create(model: Uint8Array, options: InferenceSession.SessionOptions, name: string) {
  try {
    return await InferenceSession.create(model, options);
  } catch (cause) {
    throw new FalsematchError(`${name} cannot be loaded as an ONNX model (${briefly(cause)}); ${adviceFor(cause)}.`, {
      cause,
    });
  }
}

function adviceFor(thrown: unknown): string {
  if (/opset|IR version|is not a registered function\/op|No Op registered|No opset import/i.test(messageOf(thrown))) {
    return 'onnxruntime-node does not know its operators: take a file of an older opset, or a newer onnxruntime-node';
  }
  return 'check the file and its SHA-256 with "falsematch models check"';
}

/** The first line of an error's message, short enough for one sentence, without the place in the runtime's own source. */
export function briefly(error: unknown): string {
  const line = (messageOf(error).split('\n')[0]?.trim() ?? '').replace(/^\/\S+:\d+ .* was false\. /, '');
  return line.length > 160 ? `${line.slice(0, 160)}...` : line;
}
