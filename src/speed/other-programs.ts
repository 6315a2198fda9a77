import { availableParallelism, cpus } from 'node:os';

/** Where the clocks of the processor stood, in milliseconds. */
export interface ProcessorClocks {
  readonly now: number;
  /** Of all cores together, whoever used them. */
  readonly busy: number;
  /** Of this process and its threads. */
  readonly own: number;
}

/** Reads the clocks; undefined where the process may use a part of the cores only, since the others are no matter of it. */
export function processorClocks(): ProcessorClocks | undefined {
  const cores = cpus();
  if (cores.length === 0 || cores.length !== availableParallelism()) return undefined;
  const busy = cores.reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
  const { user, system } = process.cpuUsage();
  return { now: performance.now(), busy, own: (user + system) / 1000 };
}

/** How many cores other programs used between two readings, on average; undefined where that cannot be told. */
export function otherCores(from: ProcessorClocks | undefined, to: ProcessorClocks | undefined): number | undefined {
  if (!from || !to || !(to.now > from.now)) return undefined;
  return Math.max(0, (to.busy - from.busy - (to.own - from.own)) / (to.now - from.now));
}
