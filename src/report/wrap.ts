import { cutMiddle } from './cut-middle.js';
import { oneLine } from './format.js';

/** The columns that text for a terminal stays within. */
export const WIDTH = 80;

/** Labels and texts in two columns; where both do not fit into one line, the text stands below its label. */
export function columns(figures: readonly (readonly [label: string, text: string])[], indent = '  '): string[] {
  const room = WIDTH / 2;
  const width = Math.max(...figures.map(([label]) => (label.length > room ? 0 : label.length)), 0);
  return figures.flatMap(([label, text]) => {
    const line = `${indent}${label.padEnd(width)}  ${text}`;
    if (line.length <= WIDTH) return [oneLine(line)];
    return [...wrap(label, indent), ...wrap(text, `${indent}    `)];
  });
}

/** A word that is longer than this is no address that somebody would copy: its middle is left out. */
const LONGEST_WORD = 2 * WIDTH;

const isShort = (text: string): boolean => text.length <= LONGEST_WORD;

/** A word of a text for the terminal, without its middle where it is longer than anybody reads. */
function shortened(word: string): string {
  return isShort(word) ? word : cutMiddle(word, WIDTH - 20);
}

/**
 * Breaks a text at spaces so that lines stay within the width. A word longer than that stays whole on a line of its own,
 * unless it would fill several.
 */
export function wrap(text: string, indent = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of oneLine(text).split(/\s+/).map(shortened)) {
    if (line.trim() !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `${indent}  `;
    }
    line += line.trim() === '' ? word : ` ${word}`;
  }
  // Where a line is too long a word fills it alone, and may fit without its indent.
  return [...lines, line].map((one) => (one.length > WIDTH ? one.trim() : one));
}
