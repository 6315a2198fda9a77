const SIMPLE: Readonly<Record<string, number>> = {
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
};

/** The bytes of a string as Python 2 writes one in text ('a\x00b'); undefined for any other text. */
export function quotedBytes(text: string): Buffer | undefined {
  const quote = text[0];
  if (text.length < 2 || (quote !== "'" && quote !== '"') || text.at(-1) !== quote) return undefined;
  const bytes = Buffer.alloc(text.length);
  let length = 0;
  for (let at = 1; at < text.length - 1; at += 1) {
    let value = text.charCodeAt(at);
    if (text[at] === '\\') {
      at += 1;
      const hex = /^x([0-9a-fA-F]{2})/.exec(text.slice(at, at + 3));
      const simple = SIMPLE[text[at] ?? ''];
      if (at >= text.length - 1 || (!hex && simple === undefined)) return undefined;
      value = hex ? Number.parseInt(hex[1] ?? '', 16) : (simple ?? 0);
      if (hex) at += 2;
    }
    bytes[length] = value;
    length += 1;
  }
  return bytes.subarray(0, length);
}

/** A string as Python writes one in a line, with \uXXXX for what is no Latin-1 letter. */
export function rawUnicode(text: string): string {
  return text.replaceAll(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
