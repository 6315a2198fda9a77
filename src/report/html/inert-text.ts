import { escapeMarkup } from '../escape-markup.js';

/** A word longer than this is no word of anybody's: it is cut in the middle, and metrics.csv has it whole. */
const LONGEST_WORD = 300;
const KEPT = 60;

/** Text from outside for a page: it is never markup, never turns the text around it, and never fills a screen as one word. */
export function inertText(text: string): string {
  const shown = text.replace(/\S{300,}/gu, (word) => {
    const signs = [...word];
    if (signs.length <= LONGEST_WORD) return word;
    return `${signs.slice(0, KEPT).join('')}… (${signs.length.toLocaleString('en-US')} characters) …${signs.slice(-KEPT).join('')}`;
  });
  return escapeMarkup(shown);
}
