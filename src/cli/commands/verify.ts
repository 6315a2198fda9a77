import type { Command } from 'commander';
import { debugOption, wholeNumber } from '../options.js';
import type { VerifyFlags } from '../verify-command.js';

export function registerVerify(program: Command): void {
  program
    .command('verify')
    .argument('<dir>', 'a run directory')
    .description('Recompute every figure from the stored scores and compare; exit 4 when anything differs.')
    .option('--against <dir>', 'also compare its counts with those of another run, such as a published one')
    .option('--tolerance <n>', 'by how many comparisons a count may differ from that run', wholeNumber, 0)
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch verify runs/lfw-0123456789ab
  falsematch verify runs/mine --against results/lfw --tolerance 3`,
    )
    .action(async (directory: string, flags: VerifyFlags) =>
      (await import('../verify-command.js')).verifyCommand(directory, flags),
    );
}
