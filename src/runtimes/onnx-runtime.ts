import type { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import type { GraphRewrite } from '../catalog/model-card.js';
import { FalsematchError } from '../files/errors.js';
import type { Device } from './devices/device.js';
import type { ByteTensor, Feeds, Network, Outputs, Tensor } from './network.js';
import { briefly, type OnnxSession, openSession } from './onnx-session.js';
import { fromOrt, halfNames, toOrt } from './onnx-tensors.js';

/**
 * An ONNX model on onnxruntime, after the graph rewrites that its card names; on the processor where no device is named.
 * `run` blocks its thread while it computes. Throws FalsematchError when the bytes are not a model that can be loaded, and
 * `unavailable` for a device that is not there; `name` is what the error calls it.
 */
export async function openOnnx(
  bytes: Uint8Array,
  options: { rewrites?: readonly GraphRewrite[]; name?: string; device?: Device } = {},
): Promise<OnnxNetwork> {
  const { rewrites = [], name = 'The model', device = 'cpu' } = options;
  return new OnnxNetwork(await openSession(await rewritten(bytes, rewrites), name, device), name);
}

async function rewritten(bytes: Uint8Array, rewrites: readonly GraphRewrite[]): Promise<Uint8Array> {
  if (rewrites.length === 0) return bytes;
  // A thread that compares templates starts a third sooner without the modules that read graphs.
  const { applyRewrites } = await import('./graph/rewrites.js');
  return applyRewrites(bytes, rewrites);
}

/** A network of onnxruntime. */
export class OnnxNetwork implements Network {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  readonly runsOn: readonly string[];
  readonly #session: InferenceSession;
  readonly #name: string;
  readonly #half: ReadonlySet<string>;
  /** The runtime's tensors over the caller's arrays, kept while the caller feeds the same ones. */
  readonly #fed = new Map<string, { readonly from: Tensor | ByteTensor; readonly tensor: OrtTensor }>();

  constructor({ session, runsOn }: OnnxSession, name: string) {
    this.#session = session;
    this.#name = name;
    this.runsOn = runsOn;
    this.inputNames = session.inputNames;
    this.outputNames = session.outputNames;
    this.#half = halfNames(session.inputMetadata);
  }

  /** What the network takes: of each input the kind of its numbers and its sides, a name for one that is left open. */
  get inputs(): { name: string; type: string; sides: readonly (number | string)[] }[] {
    return this.#session.inputMetadata.map((input) =>
      input.isTensor
        ? { name: input.name, type: input.type, sides: input.shape }
        : { name: input.name, type: 'other', sides: [] },
    );
  }

  /** Whether the file leaves open how many pictures a pass takes. */
  get canStack(): boolean {
    return this.inputs.every(({ sides: [first] }) => typeof first === 'string' || (first !== undefined && first < 1));
  }

  async run(feeds: Feeds, into: Outputs = {}): Promise<Outputs> {
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
    // What is of half precision is a copy, which must be made anew for every pass.
    if (this.#half.has(name)) return toOrt(from, true);
    const known = this.#fed.get(name);
    if (known?.from === from) return known.tensor;
    const tensor = toOrt(from, false);
    this.#fed.set(name, { from, tensor });
    return tensor;
  }

  #float32(name: string, value: InferenceSession.OnnxValueMapType[string] | undefined): Tensor {
    const found = fromOrt(value as OrtTensor | undefined);
    if (found) return found;
    throw new FalsematchError(
      `${this.#name} gives ${value?.type ?? 'nothing'} as output "${name}", expected float32; it is not a model of this kind.`,
    );
  }
}
