import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import type { GraphRewrite } from '../catalog/model-card.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import type { ByteTensor, Network, Tensor } from './network.js';

/** Errors only: some published models make the runtime print hundreds of warnings. */
const LOG_ERRORS = 3;

const SESSION: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  // One thread a network: the pool of workers is what uses the other cores.
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
  logSeverityLevel: LOG_ERRORS,
};

/**
 * An ONNX model on onnxruntime's CPU provider, after the graph rewrites that its card names.
 * `run` blocks its thread while it computes. Throws FalsematchError when the bytes are not a model that can be loaded;
 * `name` is what the error calls it.
 */
export async function openOnnx(
  bytes: Uint8Array,
  options: { rewrites?: readonly GraphRewrite[]; name?: string } = {},
): Promise<Network> {
  const name = options.name ?? 'The model';
  const model = await rewritten(bytes, options.rewrites ?? []);
  let session: InferenceSession;
  try {
    session = await InferenceSession.create(model, SESSION);
  } catch (error) {
    throw new FalsematchError(
      `${name} cannot be loaded as an ONNX model (${briefly(error)}); check the file and its SHA-256 with "falsematch models check".`,
      { cause: error },
    );
  }
  return new OnnxNetwork(session, name);
}

async function rewritten(bytes: Uint8Array, rewrites: readonly GraphRewrite[]): Promise<Uint8Array> {
  if (rewrites.length === 0) return bytes;
  // A thread that compares templates starts a third sooner without the modules that read graphs.
  const { applyRewrites } = await import('./graph/rewrites.js');
  return applyRewrites(bytes, rewrites);
}

class OnnxNetwork implements Network {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly #session: InferenceSession;
  readonly #name: string;
  /** The runtime's tensors over the caller's arrays, kept while the caller feeds the same ones. */
  readonly #fed = new Map<string, { readonly from: Tensor | ByteTensor; readonly tensor: OrtTensor }>();

  constructor(session: InferenceSession, name: string) {
    this.#session = session;
    this.#name = name;
    this.inputNames = session.inputNames;
    this.outputNames = session.outputNames;
  }

  async run(
    feeds: Readonly<Record<string, Tensor | ByteTensor>>,
    into: Readonly<Record<string, Tensor>> = {},
  ): Promise<Readonly<Record<string, Tensor>>> {
    const inputs: Record<string, OrtTensor> = {};
    for (const [name, tensor] of Object.entries(feeds)) inputs[name] = this.#tensor(name, tensor);
    // The runtime makes what is null itself.
    const fetches: Record<string, OrtTensor | null> = {};
    for (const name of this.outputNames) {
      const target = into[name];
      fetches[name] = target ? this.#tensor(name, target) : null;
    }
    let outputs: InferenceSession.OnnxValueMapType;
    try {
      outputs = await this.#session.run(inputs, fetches);
    } catch (error) {
      throw new FalsematchError(
        `${this.#name} failed on its input (${briefly(error)}); check the card's input size and layout.`,
        { cause: error },
      );
    }
    const results: Record<string, Tensor> = {};
    for (const name of this.outputNames) results[name] = this.#float32(name, outputs[name]);
    return results;
  }

  async release(): Promise<void> {
    this.#fed.clear();
    await this.#session.release();
  }

  #tensor(name: string, from: Tensor | ByteTensor): OrtTensor {
    const known = this.#fed.get(name);
    if (known?.from === from) return known.tensor;
    const { data, dims } = from;
    const tensor =
      data instanceof Uint8Array ? new OrtTensor('uint8', data, dims) : new OrtTensor('float32', data, dims);
    this.#fed.set(name, { from, tensor });
    return tensor;
  }

  #float32(name: string, value: InferenceSession.OnnxValueMapType[string] | undefined): Tensor {
    if (value?.type === 'float32' && value.data instanceof Float32Array) return { data: value.data, dims: value.dims };
    throw new FalsematchError(
      `${this.#name} gives ${value?.type ?? 'nothing'} as output "${name}", expected float32; it is not a model of this kind.`,
    );
  }
}

/** The first line of an error's message, short enough for one sentence. */
function briefly(error: unknown): string {
  const line = messageOf(error).split('\n')[0]?.trim() ?? '';
  return line.length > 160 ? `${line.slice(0, 160)}...` : line;
}
