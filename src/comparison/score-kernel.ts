import { CELL_SHIFT, CELLS } from './score-grid.js';
import { block, branch, branchIf, type Code, end, get, i32, ifTrue, kernelModule, loop, set, x4 } from './wasm-code.js';

/** Looks through scores at more than twice the speed of the same loop in JavaScript, and finds the same. */
export interface ScoreKernel {
  /** Where scores are to be written, in the memory that the kernel sees. */
  readonly scores: Float32Array;
  /** The bits of the same. */
  readonly bits: Int32Array;
  /** How many scores were counted in each cell. */
  readonly cells: Uint32Array;
  /** The places in `scores` that the last call found, in ascending order. */
  readonly found: Int32Array;
  /** Counts the scores at `from` to `to`, and finds those of `least`, a float32, or more; returns how many it found. */
  count(from: number, to: number, least: number): number;
  /** Finds the scores at `from` to `to` that are `least` or more, without counting; returns how many it found. */
  find(from: number, to: number, least: number): number;
  /** How many of the scores at `from` to `to` are `least` or more. */
  above(from: number, to: number, least: number): number;
}

/** The part of WebAssembly that is used here; Node's types lack it. */
declare const WebAssembly: {
  readonly Memory: new (limits: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (program: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Readonly<Record<string, unknown>> };
};

/* Parameters and locals of all functions. All addresses are in bytes. */
const AT = 0;
const END = 1;
const LEAST = 2;
const FOUND = 3;
const ADDRESS = 4;
const SCORES = 5;
const LEASTS = 6;
const CHOSEN = 7;

const SCORES_AT = CELLS * 4;
const PAGE = 65_536;

/** Adds one to the cell of one of four scores, whose addresses stand in `CHOSEN`. */
const countLane = (lane: number): Code => [
  ...[get(CHOSEN), x4.lane(lane), set(ADDRESS)].flat(),
  ...[get(ADDRESS), get(ADDRESS), i32.load, i32.constant(1), i32.add, i32.store].flat(),
];

/** The cells stand at the beginning of memory, four bytes each. */
const COUNT_FOUR: Code = [
  ...[get(SCORES), i32.constant(CELL_SHIFT), x4.shiftRightUnsigned, i32.constant(2), x4.shiftLeft, set(CHOSEN)].flat(),
  ...[0, 1, 2, 3].flatMap(countLane),
];

/** Writes down where one of four scores stands when its bit is set in `ADDRESS`. */
const noteLane = (lane: number): Code =>
  [
    ...[get(ADDRESS), i32.constant(1 << lane), i32.and, ifTrue],
    ...[get(FOUND), get(AT), i32.constant(4 * lane), i32.add, i32.store],
    ...[get(FOUND), i32.constant(4), i32.add, set(FOUND)],
    end,
  ].flat();

/** Does something with each four scores from `AT` to `END`. */
const eachFour = (...each: readonly Code[]): Code =>
  [
    ...[get(LEAST), x4.splatFloat, set(LEASTS)],
    ...[block, loop],
    ...[get(AT), get(END), i32.atLeastUnsigned, branchIf(1)],
    ...each,
    ...[get(AT), i32.constant(16), i32.add, set(AT)],
    ...[branch(0), end, end],
  ].flat();

/** Returns where the places found end. */
const lookThrough = (each: Code): Code => [
  ...eachFour(
    ...[get(AT), x4.load, set(SCORES)],
    each,
    ...[get(SCORES), get(LEASTS), x4.floatAtLeast, set(CHOSEN)],
    // Few scores are found, and one look tells of four.
    ...[get(CHOSEN), x4.anyTrue, ifTrue],
    ...[get(CHOSEN), x4.bitmask, set(ADDRESS)],
    ...[0, 1, 2, 3].map(noteLane),
    end,
  ),
  ...get(FOUND),
];

/** A comparison that holds is minus one; the sums of four are kept in `CHOSEN`. */
const COUNT_ABOVE: Code = [
  ...eachFour(get(CHOSEN), get(AT), x4.load, get(LEASTS), x4.floatAtLeast, x4.subtract, set(CHOSEN)),
  ...[get(CHOSEN), x4.lane(0), get(CHOSEN), x4.lane(1), i32.add].flat(),
  ...[get(CHOSEN), x4.lane(2), i32.add, get(CHOSEN), x4.lane(3), i32.add].flat(),
];

type Look = (at: number, end: number, least: number, found: number) => number;

/** Makes a kernel with memory for so many scores. */
export function openScoreKernel(capacity: number): ScoreKernel {
  const foundAt = SCORES_AT + capacity * 4;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((foundAt + capacity * 4) / PAGE) });
  const program = kernelModule([
    { name: 'count', code: lookThrough(COUNT_FOUR) },
    { name: 'find', code: lookThrough([]) },
    { name: 'above', code: COUNT_ABOVE },
  ]);
  const { count, find, above } = new WebAssembly.Instance(new WebAssembly.Module(program), { from: { memory } })
    .exports;
  const scores = new Float32Array(memory.buffer, SCORES_AT, capacity);
  const bits = new Int32Array(memory.buffer, SCORES_AT, capacity);
  const cells = new Uint32Array(memory.buffer, 0, CELLS);
  const found = new Int32Array(memory.buffer, foundAt, capacity);

  function look(four: Look, counted: boolean, from: number, to: number, least: number): number {
    const whole = from + ((to - from) & ~3);
    const after = four(SCORES_AT + from * 4, SCORES_AT + whole * 4, least, foundAt);
    let places = (after - foundAt) >>> 2;
    for (let k = 0; k < places; k += 1) found[k] = ((found[k] as number) - SCORES_AT) >>> 2;
    // Fewer than four are left.
    for (let at = whole; at < to; at += 1) {
      if (counted) {
        const cell = (bits[at] as number) >>> CELL_SHIFT;
        cells[cell] = (cells[cell] as number) + 1;
      }
      if ((scores[at] as number) >= least) found[places++] = at;
    }
    return places;
  }

  return {
    scores,
    bits,
    cells,
    found,
    count: (from, to, least) => look(count as Look, true, from, to, least),
    find: (from, to, least) => look(find as Look, false, from, to, least),
    above(from, to, least) {
      const whole = from + ((to - from) & ~3);
      let number = (above as Look)(SCORES_AT + from * 4, SCORES_AT + whole * 4, least, foundAt);
      for (let at = whole; at < to; at += 1) if ((scores[at] as number) >= least) number += 1;
      return number;
    },
  };
}
