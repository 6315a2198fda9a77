import { WIDTH } from '../../src/report/wrap.js';

/** Whether a line is wider than the terminal without being one word that cannot be broken. */
export const tooLong = (line: string): boolean => line.length > WIDTH && /\s/.test(line);
