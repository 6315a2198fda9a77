import type { GraphRewrite } from '../../catalog/model-card.js';
import { preluAsRelu } from './prelu-as-relu.js';
import { reshapeKeepsBatch } from './reshape-keeps-batch.js';

/** A change to a model's graph that leaves its results as they are. */
export interface GraphRewriteStep {
  readonly name: GraphRewrite;
  /** Raised whenever the rewritten bytes could change; cache keys carry it. */
  readonly version: number;
  apply(model: Uint8Array): Uint8Array;
}

/** All rewrites, in the order in which they are applied. */
export const GRAPH_REWRITES: readonly GraphRewriteStep[] = [
  { name: 'prelu-as-relu', version: 1, apply: preluAsRelu },
  { name: 'reshape-keeps-batch', version: 1, apply: reshapeKeepsBatch },
];

/** The model after the named rewrites, whatever the order of the names. */
export function applyRewrites(model: Uint8Array, names: readonly GraphRewrite[]): Uint8Array {
  return GRAPH_REWRITES.filter(({ name }) => names.includes(name)).reduce((bytes, step) => step.apply(bytes), model);
}

/** The named rewrites with their versions, "prelu-as-relu@1", for cache keys and run records. */
export function rewriteVersions(names: readonly GraphRewrite[]): string[] {
  return GRAPH_REWRITES.filter(({ name }) => names.includes(name)).map(({ name, version }) => `${name}@${version}`);
}
