const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Signs that nobody sees and that turn the text around them, so that one name could be read as another. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text from outside as HTML or XML text or attribute value. Control characters, which XML forbids, are dropped; marks that
 * change the direction of text are shown by their number, as "[U+202E]".
 */
export function escapeMarkup(text: string): string {
  return [...text.toWellFormed().replace(TURNING, (sign) => `[U+${codeOf(sign)}]`)]
    .filter((sign) => (sign >= ' ' && sign < '\ufffe') || sign === '\n' || sign === '\t')
    .map((sign) => ENTITIES[sign] ?? sign)
    .join('');
}

const codeOf = (sign: string) => (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
