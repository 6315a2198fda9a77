import type { Diagnosis } from '../doctor/diagnose.js';
import { oneLine } from './format.js';
import { wrap } from './wrap.js';

/** What the terminal shows of a diagnosis: a line or more a check, with its state first and how to mend it below. */
export function doctorLines({ checks }: Diagnosis): string[] {
  const width = Math.max(...checks.map(({ name }) => name.length));
  return checks.flatMap(({ name, state, text, mend }) => [
    ...hung(`${state.padEnd(STATE)}  ${name.padEnd(width)}  `, oneLine(text)),
    ...(mend === undefined ? [] : hung(' '.repeat(STATE + 2 + width + 2), `to mend: ${oneLine(mend)}`)),
  ]);
}

const STATE = 'warning'.length;

/** A text that begins behind what stands before it, its further lines below its beginning. */
function hung(before: string, text: string): string[] {
  const [first = '', ...rest] = wrap(text, ' '.repeat(before.length));
  return [`${before}${first.trimStart()}`, ...rest];
}
