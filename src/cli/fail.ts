import { CommanderError } from 'commander';
import { FalsematchError, messageOf } from '../files/errors.js';
import { coloursFor, colourWords, type Words } from './colour.js';
import { plain } from './print-table.js';

const WORDS: Words = [
  [/\bis not (?:verified|a reproduction)(?=: )/, 'bad'],
  [/\b\d+ contradicted\b/, 'bad'],
];

/** Prints one sentence for whatever ended the command and sets the exit code; the stack only with --debug. */
export function endWith(thrown: unknown): void {
  if (thrown instanceof CommanderError) {
    process.exitCode = thrown.exitCode === 0 ? 0 : 2;
    return;
  }
  const debug = process.argv.includes('--debug');
  const expected = thrown instanceof FalsematchError;
  const hint = expected ? '' : ' This is a fault of falsematch: please report it, with the output of --debug.';
  const line = `${expected ? '' : 'Unexpected: '}${plain(messageOf(thrown))}${hint}`;
  process.stderr.write(`${coloursFor(process.stderr) ? colourWords(line, WORDS) : line}\n`);
  if (debug && thrown instanceof Error) process.stderr.write(`${thrown.stack}\n${causeOf(thrown)}`);
  process.exitCode = expected ? thrown.exitCode : 2;
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `caused by ${error.cause.stack}\n` : '';
}
