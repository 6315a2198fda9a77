import type { Network } from './network.js';

/**
 * The same function, each call starting when the one before has ended, in the order of the calls. Networks reuse their
 * input arrays, so two passes must never overlap.
 */
export function oneAtATime<Argument, Result>(
  work: (argument: Argument) => Promise<Result>,
): (argument: Argument) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (argument) => {
    const turn = last.then(() => work(argument));
    last = turn.catch(() => undefined);
    return turn;
  };
}

/** Work that runs a network, as it may be called: at once where several passes may be under way, else one call at a time. */
export function asNetworkAllows<Argument, Result>(
  { concurrent }: Pick<Network, 'concurrent'>,
  work: (argument: Argument) => Promise<Result>,
): (argument: Argument) => Promise<Result> {
  return concurrent ? work : oneAtATime(work);
}
