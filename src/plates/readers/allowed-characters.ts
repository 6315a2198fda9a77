/**
 * Sets the probabilities of what may not be written to 0 and divides the others by what is left, in place: the
 * reader's answer when it knows that nothing else can stand there. When nothing is left, all that is allowed is equal.
 */
export function keepAllowed(probabilities: Float32Array, allowed: Uint8Array): void {
  let left = 0;
  let count = 0;
  for (let i = 0; i < probabilities.length; i++) {
    if (allowed[i]) {
      left += probabilities[i]!;
      count++;
    }
  }
  for (let i = 0; i < probabilities.length; i++) {
    probabilities[i] = allowed[i] ? (left > 0 ? probabilities[i]! / left : 1 / count) : 0;
  }
}
