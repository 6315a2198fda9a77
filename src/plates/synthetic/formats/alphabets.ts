export const DIGITS = [...'0123456789'];
export const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The letters but those named. */
export function lettersWithout(left: string): string[] {
  return LETTERS.filter((letter) => !left.includes(letter));
}

/** `count` parts with the same choices. */
export function times(count: number, choices: readonly string[]): (readonly string[])[] {
  return Array.from({ length: count }, () => choices);
}
