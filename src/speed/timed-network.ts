import type { Network } from '../runtimes/network.js';

/** The same network, which tells the milliseconds of every pass. */
export function timedNetwork(network: Network, tell: (ms: number) => void): Network {
  return {
    inputNames: network.inputNames,
    outputNames: network.outputNames,
    runsOn: network.runsOn,
    ...(network.concurrent ? { concurrent: true } : {}),
    release: () => network.release(),
    async run(feeds, into) {
      const start = performance.now();
      const outputs = await network.run(feeds, into);
      tell(performance.now() - start);
      return outputs;
    },
  };
}
