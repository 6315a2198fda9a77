import type { ByteTensor, Network, Tensor } from '../../src/runtimes/network.js';

/** A network that keeps what it is fed and gives what it is told. */
export function fakeNetwork(
  answer: (fed: Tensor | ByteTensor) => Tensor,
  inputNames: readonly string[] = ['input'],
): Network & { readonly fed: (Tensor | ByteTensor)[] } {
  const fed: (Tensor | ByteTensor)[] = [];
  return {
    inputNames,
    outputNames: ['output'],
    runsOn: ['cpu'],
    fed,
    run: async (feeds) => {
      const tensor = feeds[inputNames[0]!]!;
      fed.push({ data: tensor.data.slice(), dims: tensor.dims } as Tensor);
      return { output: answer(tensor) };
    },
    release: async () => {},
  };
}

export const tensorOf = (dims: readonly number[], values: readonly number[]): Tensor => ({
  data: Float32Array.from(values),
  dims,
});
