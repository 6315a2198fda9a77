import { messageOf } from '../../files/errors.js';
import type { Feeds, Outputs } from '../network.js';
import { isMemoryProblem } from './device-failure.js';
import { stack, unstack } from './stack.js';

/** Larger passes are not tried: a network that gains from them has long gained what it can. */
const LARGEST = 64;

/** A pass of twice the pictures must take so much less time a picture to be worth it. */
const WORTH = 0.9;

/** Passes that are timed, of which the middle one counts. */
const ROUNDS = 3;

/** How far an output of a pass of two may be from those of two passes of one, beside the largest number of the output. */
const SAME = 1e-3;

/**
 * How many pictures a network should take in one pass: doubled as long as each doubling makes a picture at least a tenth
 * cheaper, and there is memory for it. 1 for a network that gives other outputs for two pictures at once than one by one.
 * `example(seed)` gives the feeds of one made-up picture, `now` a clock in milliseconds.
 */
export async function findBatchSize(
  run: (feeds: Feeds) => Promise<Outputs>,
  example: (seed: number) => Feeds,
  now: () => number,
): Promise<number> {
  const examples = [example(1), example(2)];
  const alone: Outputs[] = [];
  for (const feeds of examples) alone.push(await run(feeds));
  if (!(await worksTogether(run, examples, 2, alone))) return 1;
  let best = await timeOf(run, examples.slice(0, 1), 1, now);
  let size = 1;
  while (size < LARGEST) {
    const next = size * 2;
    try {
      if (next > 2 && !(await worksTogether(run, examples, next, alone))) return size;
      const time = (await timeOf(run, examples, next, now)) / next;
      if (!(time < best * WORTH)) return size;
      [best, size] = [time, next];
    } catch (thrown) {
      if (isMemoryProblem(messageOf(thrown))) return size;
      throw thrown;
    }
  }
  return size;
}

/** Whether a pass of `size` pictures gives the first two what passes of one give them. */
async function worksTogether(
  run: (feeds: Feeds) => Promise<Outputs>,
  examples: readonly Feeds[],
  size: number,
  alone: readonly Outputs[],
): Promise<boolean> {
  try {
    const together = unstack(await run(stack(examples, size)), 2, size);
    return together?.every((outputs, at) => nearlySame(outputs, alone[at] ?? {})) ?? false;
  } catch (thrown) {
    // A network whose shape is fixed in the middle says so.
    const message = messageOf(thrown);
    if (isMemoryProblem(message) || SHAPE_PROBLEM.test(message)) return false;
    throw thrown;
  }
}

const SHAPE_PROBLEM = /dimension|shape|broadcast|INVALID_ARGUMENT|reshape/i;

async function timeOf(
  run: (feeds: Feeds) => Promise<Outputs>,
  feeds: readonly Feeds[],
  size: number,
  now: () => number,
) {
  const stacked = stack(feeds, size);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = now();
    await run(stacked);
    times.push(now() - start);
  }
  return times.sort((a, b) => a - b)[(ROUNDS - 1) / 2] ?? 0;
}

function nearlySame(a: Outputs, b: Outputs): boolean {
  return Object.entries(a).every(([name, { data, dims }]) => {
    const other = b[name];
    if (!other || other.dims.join() !== dims.join()) return false;
    const largest = other.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return data.every((value, i) => Math.abs(value - other.data[i]!) <= SAME * Math.max(largest, 1e-6));
  });
}
