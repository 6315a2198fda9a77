import { messageOf } from '../../files/errors.js';
import type { Feeds, Outputs } from '../network.js';
import { DeviceFailure, isMemoryProblem } from './device-failure.js';
import { shapeOf, stack, unstack } from './stack.js';

/** Runs the pictures of many askers in few passes. */
export interface Batcher {
  /** One picture's outputs. Throws DeviceFailure when the device fails, or has no memory for a pass. */
  run(feeds: Feeds): Promise<Outputs>;
  /**
   * Pictures that a pass should have: as many as it has, or half of them once memory ran out. Passes do not become smaller on
   * the way, since another size may give other last bits: whoever runs them begins again.
   */
  readonly size: number;
}

interface Asked {
  readonly feeds: Feeds;
  readonly shape: string;
  readonly resolve: (outputs: Outputs) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * A batcher over a network that may be run from one place at a time. What is asked for while a pass runs waits for the next
 * one. Pictures of another shape than `shape` go one by one: only that shape was tried in passes of `size`.
 */
export function createBatcher(
  run: (feeds: Feeds) => Promise<Outputs>,
  {
    name,
    device,
    shape,
    size,
  }: { readonly name: string; readonly device: string; readonly shape: string; readonly size: number },
): Batcher {
  const waiting: Asked[] = [];
  let next = size;
  let busy = false;

  const failure = (thrown: unknown, pictures: number): DeviceFailure => {
    const reason = messageOf(thrown).split('\n')[0] ?? '';
    const memory = isMemoryProblem(reason)
      ? `has no memory left on ${device}${pictures > 1 ? ` for ${pictures} pictures at once` : ', even for one picture'}`
      : `stopped on ${device}`;
    return new DeviceFailure(
      `${name} ${memory} (${reason.slice(0, 200)}); what was finished is kept: run the same command again, or on the processor with --device ${name}=cpu.`,
    );
  };

  const pass = async (asked: readonly Asked[], pictures: number): Promise<void> => {
    try {
      const outputs = await run(
        pictures === 1
          ? asked[0]!.feeds
          : stack(
              asked.map(({ feeds }) => feeds),
              pictures,
            ),
      );
      const shares = pictures === 1 ? [outputs] : unstack(outputs, asked.length, pictures);
      if (!shares) throw new Error('its outputs cannot be shared out among the pictures of a pass');
      for (const [at, { resolve }] of asked.entries()) resolve(shares[at]!);
    } catch (thrown) {
      if (pictures > 1 && isMemoryProblem(messageOf(thrown))) next = Math.max(1, Math.floor(pictures / 2));
      for (const { reject } of asked) reject(failure(thrown, pictures));
    }
  };

  const work = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const pictures = waiting[0]!.shape === shape ? size : 1;
      const same = waiting.filter((asked) => asked.shape === waiting[0]!.shape).slice(0, pictures);
      for (const asked of same) waiting.splice(waiting.indexOf(asked), 1);
      await pass(same, pictures);
      // What others ask meanwhile arrives between passes.
      await new Promise(setImmediate);
    }
    busy = false;
  };

  return {
    get size() {
      return next;
    },
    run: (feeds) =>
      new Promise((resolve, reject) => {
        waiting.push({ feeds, shape: shapeOf(feeds), resolve, reject });
        // After all who ask in this turn, so that they share a pass.
        setImmediate(() => void work());
      }),
  };
}
