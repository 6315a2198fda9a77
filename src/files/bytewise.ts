/** Orders two strings by their UTF-8 bytes; JavaScript's own `<` orders by UTF-16 units, which differs above U+FFFF. */
export function bytewise(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
