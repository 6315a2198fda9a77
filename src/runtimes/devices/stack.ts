import type { ByteTensor, Feeds, Outputs, Tensor } from '../network.js';

/** What tells feeds apart that can be stacked: the names, kinds and shapes of their tensors. */
export function shapeOf(feeds: Feeds): string {
  return Object.entries(feeds)
    .map(([name, { data, dims }]) => `${name} ${data instanceof Uint8Array ? 'uint8' : 'float32'} ${dims.join('x')}`)
    .sort()
    .join(', ');
}

/**
 * Feeds of one picture each as one of `size` pictures, zeros after the last. Passes are always of one size, since a device
 * may compute another last bit in another size. All must have one shape (see `shapeOf`), and a first side of 1.
 */
export function stack(feeds: readonly Feeds[], size: number): Feeds {
  const [first = {}] = feeds;
  const stacked: Record<string, Tensor | ByteTensor> = {};
  for (const [name, { data, dims }] of Object.entries(first)) {
    const all = data instanceof Uint8Array ? new Uint8Array(data.length * size) : new Float32Array(data.length * size);
    for (const [at, feed] of feeds.entries()) all.set(feed[name]?.data ?? [], at * data.length);
    stacked[name] = { data: all, dims: [size, ...dims.slice(1)] } as Tensor | ByteTensor;
  }
  return stacked;
}

/**
 * The outputs of each of the first `count` pictures of a pass of `size`: a picture's share of every output, in order.
 * Undefined when an output cannot be shared out.
 */
export function unstack(outputs: Outputs, count: number, size: number): Outputs[] | undefined {
  const shares: Record<string, Tensor>[] = Array.from({ length: count }, () => ({}));
  for (const [name, { data, dims }] of Object.entries(outputs)) {
    const [rows = 0, ...rest] = dims;
    if (rows % size !== 0 || data.length % size !== 0) return undefined;
    const length = data.length / size;
    for (const [at, share] of shares.entries()) {
      share[name] = { data: data.slice(at * length, (at + 1) * length), dims: [rows / size, ...rest] };
    }
  }
  return shares;
}
