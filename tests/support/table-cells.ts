import fc from 'fast-check';

/** Names as they may stand in a cell: with commas, quotes and letters of any script, but on one line. */
export const cellText = fc
  .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
  .filter((text) => text === text.trim() && !/[\r\n]/.test(text));

/** Finite float32 values; zero is written without a sign. */
export const float32 = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

/** Whole numbers from 0. */
export const counted = fc.nat({ max: 1_000_000 });
