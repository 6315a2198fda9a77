/** The samples of a list of pairs that go through a condition: those of the second side, or of both; each once, sorted. */
export function probesOf(
  pairs: readonly { readonly a: string; readonly b: string }[],
  side: 'probe' | 'both',
): string[] {
  return [...new Set(pairs.flatMap(({ a, b }) => (side === 'probe' ? [b] : [a, b])))].sort();
}
