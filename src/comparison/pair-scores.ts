import { FalsematchError } from '../files/errors.js';
import { gemmModel } from './gemm-graph.js';
import { LEAST_COLUMNS, openTileScorer } from './score-tiles.js';

/** Two templates to compare. */
export interface TemplatePair {
  readonly probe: Float32Array;
  readonly reference: Float32Array;
}

/** Pairs of a tile: the scores that count stand on its diagonal. */
const TILE = LEAST_COLUMNS;

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
  const scorer = await openTileScorer(dimensions, gemmModel());
  try {
    const probes = new Float32Array(TILE * dimensions);
    const references = new Float32Array(TILE * dimensions);
    const product = new Float32Array(TILE * TILE);
    for (let start = 0; start < pairs.length; start += TILE) {
      const end = Math.min(start + TILE, pairs.length);
      probes.fill(0);
      references.fill(0);
      for (let at = start; at < end; at += 1) {
        const pair = pairs[at];
        if (!pair) continue;
        probes.set(pair.probe, (at - start) * dimensions);
        references.set(pair.reference, (at - start) * dimensions);
      }
      await scorer.score(probes, TILE, references, TILE, product);
      for (let at = start; at < end; at += 1) scores[at] = product[(at - start) * (TILE + 1)] ?? Number.NaN;
    }
  } finally {
    await scorer.close();
  }
  return scores;
}
