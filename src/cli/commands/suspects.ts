import type { Command } from 'commander';
import { debugOption, wholeNumber } from '../options.js';
import type { SuspectsFlags } from '../suspects-command.js';

export function registerSuspects(program: Command): void {
  program
    .command('suspects')
    .argument('<dir>', 'a run directory')
    .description(
      'List the comparisons whose labels to doubt first: highest non-mated, lowest mated. Names, no pictures.',
    )
    .option('--top <n>', 'how many of either kind', wholeNumber, 20)
    .option('--models <names...>', 'only these systems')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch suspects results/lfw
  falsematch suspects runs/mine --models mobilefacenet-y1 --top 50 --json`,
    )
    .action(async (directory: string, flags: SuspectsFlags) =>
      (await import('../suspects-command.js')).suspectsCommand(directory, flags),
    );
}
