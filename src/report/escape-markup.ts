import { showHidden } from './format.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text from outside as HTML or XML text or attribute value. Control characters, which XML forbids, are dropped; signs that
 * nobody sees are shown by their number.
 */
export function escapeMarkup(text: string): string {
  return [...showHidden(text.toWellFormed())]
    .filter((sign) => (sign >= ' ' && sign < '\ufffe') || sign === '\n' || sign === '\t')
    .map((sign) => ENTITIES[sign] ?? sign)
    .join('');
}
