/** The cosine of two templates of unit length; NaN where one of them holds numbers that are none. */
export function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
