import { FalsematchError } from '../files/errors.js';
import type { Network } from '../runtimes/network.js';
import { openOnnx } from '../runtimes/onnx-runtime.js';
import { gemmModel } from './gemm-graph.js';

/**
 * Rows and columns of every tile. The last bits of a matrix product depend on the tile's shape when it is small, so
 * all tiles have one shape, padded with zeros.
 */
const TILE = 128;

/** Two templates to compare. */
export interface TemplatePair {
  readonly probe: Float32Array;
  readonly reference: Float32Array;
}

/**
 * The comparison score (dot product of unit templates, hence cosine similarity) of every pair, in order.
 * Equal pairs get equal bits, whatever stands beside them. Throws when templates differ in length.
 */
export async function scorePairs(pairs: readonly TemplatePair[]): Promise<Float32Array> {
  const scores = new Float32Array(pairs.length);
  const dimensions = pairs[0]?.probe.length ?? 0;
  for (const { probe, reference } of pairs) {
    if (probe.length !== dimensions || reference.length !== dimensions) {
      throw new FalsematchError(
        `Templates of one comparison must have one length; found ${probe.length} and ${reference.length} beside ${dimensions}.`,
      );
    }
  }
  if (pairs.length === 0) return scores;
  const network = await openOnnx(gemmModel(), { rewrites: [] });
  try {
    const probes = new Float32Array(TILE * dimensions);
    const references = new Float32Array(TILE * dimensions);
    for (let start = 0; start < pairs.length; start += TILE) {
      const block = pairs.slice(start, start + TILE);
      fill(
        probes,
        dimensions,
        block.map(({ probe }) => probe),
      );
      fill(
        references,
        dimensions,
        block.map(({ reference }) => reference),
      );
      const product = await multiply(network, probes, references, dimensions);
      for (let row = 0; row < block.length; row++) scores[start + row] = product[row * TILE + row] ?? Number.NaN;
    }
  } finally {
    await network.release();
  }
  return scores;
}

function fill(tile: Float32Array, dimensions: number, templates: readonly Float32Array[]): void {
  tile.fill(0);
  for (const [row, template] of templates.entries()) tile.set(template, row * dimensions);
}

async function multiply(
  network: Network,
  probes: Float32Array,
  references: Float32Array,
  dimensions: number,
): Promise<Float32Array> {
  const dims = [TILE, dimensions];
  const { scores } = await network.run({ probes: { data: probes, dims }, references: { data: references, dims } });
  if (!scores) throw new Error('the matrix product has no output named scores');
  return scores.data;
}
