import type { Command } from 'commander';
import { unknownName } from '../files/errors.js';
import { candidates } from './completion/candidates.js';
import { SCRIPTS } from './completion/scripts.js';
import { plain } from './print-table.js';

/** `falsematch completion`: prints the script of a shell. */
export function completionCommand(shell: string): void {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined) throw unknownName('shell with a completion script', shell, Object.keys(SCRIPTS));
  process.stdout.write(script);
}

/** `falsematch complete-words`: prints what the last word may become. */
export async function completeCommand(words: readonly string[], program: Command): Promise<void> {
  for (const name of await candidates(program, words)) process.stdout.write(`${plain(name)}\n`);
}
