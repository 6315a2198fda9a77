import type { Mates } from './mates.js';
import type { Templates } from './templates.js';

/** How much of the upper tail is wanted of how many non-mated comparisons. */
export interface WantedTail {
  readonly wanted: number;
  readonly nonMated: number;
}

/** Samples that are looked at; where there are no more than these, everything can be kept. */
const SAMPLES = 1024;
/** Each of them is compared with so many of the others, more of them where the tail is a smaller share of many. */
const LEAST_OTHERS = 12;
const MOST_OTHERS = 250;
/** Comparisons for each that is looked at beforehand: a ten-thousandth of the work or so. */
const SPARED = 10_000;
/** Neighbours among the samples are more alike than others, so that partners stand apart. */
const APART = 53;

/**
 * A threshold that the wanted tail surely begins above, as far as some comparisons tell; minus infinity where there are
 * few samples. Without it more would have to be kept; when it is too high, the counts tell and all are compared again.
 */
export function tailStart(templates: Templates, { subject }: Mates, { wanted, nonMated }: WantedTail): number {
  const samples = subject.length;
  if (samples <= SAMPLES) return Number.NEGATIVE_INFINITY;
  const others = Math.min(Math.max(LEAST_OTHERS, Math.ceil(nonMated / SPARED / SAMPLES)), MOST_OTHERS);
  const scores = new Float32Array(SAMPLES * others);
  let looked = 0;
  const chosen = (k: number) => Math.floor(((k % SAMPLES) * samples) / SAMPLES);
  for (let k = 0; k < SAMPLES; k += 1) {
    for (let other = 1; other <= others; other += 1) {
      const [first, second] = [chosen(k), chosen(k + other * APART)];
      if (subject[first] === subject[second]) continue;
      scores[looked] = dotOf(templates, first, second);
      looked += 1;
    }
  }
  const expected = (wanted / nonMated) * looked;
  // A quarter more, and more where few scores tell, as these samples are not all.
  const place = Math.ceil(1.25 * expected + 5 * Math.sqrt(expected));
  return place > looked ? Number.NEGATIVE_INFINITY : (scores.subarray(0, looked).sort()[looked - place] ?? 0);
}

/** The dot product of two templates, but for rounding. */
function dotOf({ data, dimensions }: Templates, first: number, second: number): number {
  const [a, b] = [first * dimensions, second * dimensions];
  const whole = dimensions & ~3;
  // Four sums, so that none waits for the other.
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let k = 0; k < whole; k += 4) {
    p += (data[a + k] as number) * (data[b + k] as number);
    q += (data[a + k + 1] as number) * (data[b + k + 1] as number);
    r += (data[a + k + 2] as number) * (data[b + k + 2] as number);
    s += (data[a + k + 3] as number) * (data[b + k + 3] as number);
  }
  for (let k = whole; k < dimensions; k += 1) p += (data[a + k] as number) * (data[b + k] as number);
  return p + q + r + s;
}
