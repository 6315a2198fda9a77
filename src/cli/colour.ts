import { styleText } from 'node:util';

/** The colours that are used; each only repeats what a word says. */
export type Colour = 'good' | 'doubtful' | 'bad' | 'heading';

const STYLES = { good: 'green', doubtful: 'yellow', bad: 'red', heading: 'bold' } as const;

/** Whether text for such a stream is coloured: NO_COLOR forbids it, FORCE_COLOR asks for it, else only on a terminal. */
export function colouring(env: NodeJS.ProcessEnv, terminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  const { FORCE_COLOR: forced } = env;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return terminal && env.TERM !== 'dumb';
}

/** Whether text for this stream is coloured here and now. */
export function coloursFor(stream: { readonly isTTY?: boolean }): boolean {
  return colouring(process.env, stream.isTTY === true);
}

/** The text in a colour, whatever it is written to; ask `coloursFor` first. */
export function coloured(colour: Colour, text: string): string {
  return styleText(STYLES[colour], text, { validateStream: false });
}

/** Words to colour in a line that is otherwise left as it is; a colourless line where nothing matches. */
export type Words = readonly (readonly [pattern: RegExp, colour: Colour])[];

/** The line with the first of these words in its colour. */
export function colourWords(line: string, words: Words): string {
  for (const [pattern, colour] of words) {
    if (pattern.test(line)) return line.replace(pattern, (word) => coloured(colour, word));
  }
  return line;
}

/** A help text with its headings bold: lines at the margin that end in a colon, and the word before a usage. */
export function boldHeadings(text: string): string {
  return text.replace(/^(?:[A-Z][a-z ]+:(?=$)|Usage:|Exit codes:)/gm, (heading) => coloured('heading', heading));
}
