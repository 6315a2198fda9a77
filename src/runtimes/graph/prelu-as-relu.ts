import { FalsematchError } from '../../files/errors.js';
import { editGraph, GRAPH, opsetVersion, readNode, simpleNode } from './onnx-model.js';

/**
 * Every PRelu(x, a) as Relu(x) - a * Relu(-x), because the runtime's own PRelu is slow on real pictures.
 * One of the two terms is always zero, so the values are bit for bit those of PRelu (but for the sign of a zero); the
 * slopes stay the initializers that they are and are broadcast as before.
 * Throws FalsematchError for a model written for operators before version 7, where broadcasting meant something else.
 */
export function preluAsRelu(model: Uint8Array): Uint8Array {
  return editGraph(model, (graph) => {
    const version = opsetVersion(model);
    if (version < 7) {
      throw new FalsematchError(
        `The rewrite "prelu-as-relu" needs a model for ONNX operators of version 7 or later, got ${version}; take it off the card.`,
      );
    }
    return graph.flatMap((field) => {
      if (field.no !== GRAPH.node) return [field];
      const { opType, domain, inputs, outputs } = readNode(field.payload);
      const [x, slope] = inputs;
      const [y] = outputs;
      if (opType !== 'PRelu' || domain !== '' || x === undefined || slope === undefined || y === undefined)
        return [field];
      return [
        simpleNode('Relu', [x], `${y}/positive`),
        simpleNode('Neg', [x], `${y}/negated`),
        simpleNode('Relu', [`${y}/negated`], `${y}/negative`),
        simpleNode('Mul', [`${y}/negative`, slope], `${y}/scaled`),
        simpleNode('Sub', [`${y}/positive`, `${y}/scaled`], y),
      ];
    });
  });
}
