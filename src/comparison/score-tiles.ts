import { FalsematchError } from '../files/errors.js';
import type { Network, Tensor } from '../runtimes/network.js';
import { openOnnx } from '../runtimes/onnx-runtime.js';

/**
 * The fewest rows and columns of a tile. The last bits of a matrix product depend on the tile's shape when it is smaller,
 * so smaller ones are padded with zeros, and a score is the same whatever tile it is computed in.
 */
export const LEAST_ROWS = 2;
export const LEAST_COLUMNS = 128;
/** Larger tiles would only take memory. */
const MOST = 8192;

/** Throws when a tile asked for is not of whole numbers of rows and columns from 1. */
export function checkTile({ rows, columns }: { readonly rows: number; readonly columns: number }): void {
  if ([rows, columns].every((size) => Number.isSafeInteger(size) && size >= 1 && size <= MOST)) return;
  throw new FalsematchError(
    `The rows and columns of a tile must be whole numbers from 1 to ${MOST}, found ${rows} and ${columns}; leave the tile out.`,
  );
}

/** Scores many probes with many references at once: the one score function of pair lists, all pairs and searches. */
export interface TileScorer {
  /**
   * The dot products of `rows` probes with `columns` references, row by row in the array `into` (rows x columns at least;
   * what stands beyond is left alone). Templates stand one after another; at least LEAST_ROWS and LEAST_COLUMNS of them.
   */
  score(
    probes: Float32Array,
    rows: number,
    references: Float32Array,
    columns: number,
    into: Float32Array,
  ): Promise<void>;
  /** Frees the native memory. */
  close(): Promise<void>;
}

/**
 * Opens a scorer for templates of so many numbers with `gemmModel()`, which threads are given, as making it takes more
 * modules than running it. `score` blocks its thread while it computes.
 */
export async function openTileScorer(dimensions: number, model: Uint8Array): Promise<TileScorer> {
  const network: Network = await openOnnx(model, { name: 'The matrix product' });
  const tensor = (data: Float32Array, rows: number, width: number): Tensor => ({
    data: data.subarray(0, rows * width),
    dims: [rows, width],
  });
  return {
    async score(probes, rows, references, columns, into) {
      if (rows < LEAST_ROWS || columns < LEAST_COLUMNS) {
        throw new RangeError(`a tile must have ${LEAST_ROWS} x ${LEAST_COLUMNS} scores, found ${rows} x ${columns}`);
      }
      await network.run(
        { probes: tensor(probes, rows, dimensions), references: tensor(references, columns, dimensions) },
        { scores: tensor(into, rows, columns) },
      );
    },
    close: () => network.release(),
  };
}
