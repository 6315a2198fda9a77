/** A dense float32 array with its shape. */
export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Bytes with their shape, for networks that take pixels as they are. */
export interface ByteTensor {
  readonly data: Uint8Array;
  readonly dims: readonly number[];
}

export type Feeds = Readonly<Record<string, Tensor | ByteTensor>>;
export type Outputs = Readonly<Record<string, Tensor>>;

/** One loaded network, whatever library runs it. It belongs to the thread that opened it. */
export interface Network {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** What its nodes run on, what most of them run on first: "cpu", "webgpu", "tfjs-wasm"; two where it is shared out. */
  readonly runsOn: readonly string[];
  /** Whether several passes may be under way: then `run` takes its inputs before it returns. */
  readonly concurrent?: boolean;
  /**
   * One forward pass. The caller may reuse its input arrays once the promise has resolved. An output that `into` names is
   * written into that tensor's array, which spares its allocation.
   */
  run(feeds: Feeds, into?: Outputs): Promise<Outputs>;
  /** Frees the native memory; the network cannot be used afterwards. */
  release(): Promise<void>;
}

/** Opens a network, whatever runs it and wherever. */
export type OpenNetwork = () => Promise<Network>;
