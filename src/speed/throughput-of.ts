import { mean } from '../statistics/mean.js';
import type { Round } from './rounds.js';
import type { Scaling, Throughput } from './speed-report.js';
import { rangeOf } from './spread.js';
import type { Pass } from './throughput.js';

/** What rounds got done in a second, for each number of workers. */
export function throughputOf(rounds: readonly Round[]): Throughput[] {
  const numbers = rounds[0]?.passes.map(({ workers }) => workers) ?? [];
  return numbers.map((workers, place) => {
    const passes = rounds.flatMap(({ passes }) => passes[place] ?? []);
    return {
      workers,
      seconds: rangeOf(passes.map(({ seconds }) => seconds)),
      pictures: rangeOf(passes.map(perSecond)),
      results: rangeOf(passes.map(({ results, seconds }) => results / seconds)),
      cores: rangeOf(passes.map(({ processorSeconds, seconds }) => processorSeconds / seconds)),
    };
  });
}

/** How the most workers did against one, and against what the cores could do; undefined where there was one only. */
export function scalingOf(rounds: readonly Round[], cores: number, onDevice = false): Scaling | undefined {
  const pairs = rounds.flatMap(({ alone, passes }) => {
    const [one, many] = [passes[0], passes.at(-1)];
    return one && many && many !== one ? [{ alone, one, many }] : [];
  });
  if (pairs.length === 0) return undefined;
  const speedUp = rangeOf(pairs.map(({ one, many }) => perSecond(many) / perSecond(one)));
  if (onDevice) return { speedUp };
  const ceilings = pairs.map(({ alone, many }) => {
    const worked = alone.filter(({ failure }) => failure !== 'missing').map(({ total }) => total);
    return (1000 * Math.min(many.workers, cores)) / mean(worked);
  });
  return {
    speedUp,
    ceiling: rangeOf(ceilings),
    shareOfCeiling: rangeOf(pairs.map(({ many }, round) => perSecond(many) / (ceilings[round] ?? Number.NaN))),
  };
}

/** Pictures a second. */
export function perSecond({ pictures, seconds }: Pass): number {
  return pictures / seconds;
}
