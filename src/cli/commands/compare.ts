import type { Command } from 'commander';
import type { CompareFlags } from '../compare-command.js';
import { debugOption } from '../options.js';

export function registerCompare(program: Command): void {
  program
    .command('compare')
    .argument('<dirA>', 'a run directory')
    .argument('[dirB]', 'another run of the same tasks; without it the systems of the first are compared')
    .description(
      'Test whether two systems differ on the same comparisons, by people, with a correction for many tests.',
    )
    .option('--models <names...>', 'only these systems')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch compare results/lfw             every two systems of one run
  falsematch compare runs/before runs/after  each system with itself, run by run`,
    )
    .action(async (first: string, second: string | undefined, flags: CompareFlags) =>
      (await import('../compare-command.js')).compareCommand(first, second, flags),
    );
}
