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

/** One loaded network, whatever library runs it. It belongs to the thread that opened it. */
export interface Network {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /**
   * One forward pass. The caller may reuse its input arrays once the promise has resolved. An output that `into` names is
   * written into that tensor's array, which spares its allocation.
   */
  run(
    feeds: Readonly<Record<string, Tensor | ByteTensor>>,
    into?: Readonly<Record<string, Tensor>>,
  ): Promise<Readonly<Record<string, Tensor>>>;
  /** Frees the native memory; the network cannot be used afterwards. */
  release(): Promise<void>;
}
