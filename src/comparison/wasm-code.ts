/* The few instructions of WebAssembly that the score kernel needs, under the names of its text form. */

/** Bytes of a program. */
export type Code = readonly number[];

const I32 = 0x7f;
const F32 = 0x7d;
const V128 = 0x7b;
const NO_RESULT = 0x40;
const SIMD = 0xfd;

export const block: Code = [0x02, NO_RESULT];
export const loop: Code = [0x03, NO_RESULT];
export const ifTrue: Code = [0x04, NO_RESULT];
export const end: Code = [0x0b];
/** Leaves so many blocks, or begins again when the outermost of them is a loop. */
export const branch = (depth: number): Code => [0x0c, depth];
export const branchIf = (depth: number): Code => [0x0d, depth];
export const get = (local: number): Code => [0x20, local];
export const set = (local: number): Code => [0x21, local];

export const i32 = {
  load: [0x28, 2, 0],
  store: [0x36, 2, 0],
  constant: (value: number): Code => [0x41, ...signed(value)],
  atLeastUnsigned: [0x4f],
  add: [0x6a],
  and: [0x71],
} as const;

/** Four numbers at a time. */
export const x4 = {
  load: [SIMD, 0x00, 0, 0],
  splatFloat: [SIMD, 0x13],
  lane: (lane: number): Code => [SIMD, 0x1b, lane],
  floatAtLeast: [SIMD, 0x46],
  anyTrue: [SIMD, 0x53],
  bitmask: [SIMD, 0xa4, 0x01],
  subtract: [SIMD, 0xb1, 0x01],
  shiftLeft: [SIMD, 0xab, 0x01],
  shiftRightUnsigned: [SIMD, 0xad, 0x01],
} as const;

/** A function of three numbers and a float to a number, all of 32 bits, with locals of its own after these four. */
export interface KernelFunction {
  readonly name: string;
  readonly code: Code;
}

/**
 * A module whose functions take (i32, i32, f32, i32), give an i32, and have one more local i32 (4) and three of four
 * numbers each (5 to 7). Their memory is imported as `from.memory`.
 */
export function kernelModule(functions: readonly KernelFunction[]): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list([[I32], [I32], [F32], [I32]]), ...list([[I32]])];
  const memory = [...text('from'), ...text('memory'), 0x02, 0x00, 0x00];
  const bodies = functions.map(({ code }) => sized([2, 1, I32, 3, V128, ...code, ...end]));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [type]),
    ...section(2, [memory]),
    ...section(
      3,
      functions.map(() => [0]),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...text(name), 0x00, index]),
    ),
    ...section(10, bodies),
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  return [id, ...sized(list(entries))];
}

function list(entries: readonly Code[]): Code {
  return [...unsigned(entries.length), ...entries.flat()];
}

function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

function text(name: string): Code {
  return sized([...name].map((letter) => letter.charCodeAt(0)));
}

/** Numbers are written in groups of seven bits, the lowest first, each but the last marked by its highest bit. */
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}
