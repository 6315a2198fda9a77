/** So many of a list, evenly spread over it and in its order; all of them where there are no more. */
export function pickEvenly<T>(list: readonly T[], wanted: number): T[] {
  if (list.length <= wanted) return [...list];
  return list.filter(
    (_, index) => Math.floor((index * wanted) / list.length) !== Math.floor(((index - 1) * wanted) / list.length),
  );
}
