import type { Command } from 'commander';
import { debugOption } from '../options.js';
import type { RateFlags } from '../rate-command.js';

export function registerRate(program: Command): void {
  program
    .command('rate')
    .argument('<errors>', 'how many of the trials were errors')
    .argument('<trials>', 'how many trials there were: comparisons, alerts, faces')
    .description('Tell how sure a rate is that is known by its counts, as if the trials were independent.')
    .option('--level <share>', 'confidence (default: 0.95)')
    .option('--disjoint <trials>', 'how many of the trials share no person: without errors the bound rests on these')
    .option('--resolve <rate>', 'a stated rate: do these counts show it, and how many trials would?')
    .option('--against <errors/trials>', 'a second proportion: the difference, and how large it must be to be found')
    .option('--power <share>', 'how often a difference is to be found that is there (default: 0.8)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch rate 10 2077
  falsematch rate 0 3000 --disjoint 1606 --resolve 1e-4
  falsematch rate 21 1500 --against 9/1500`,
    )
    .action(async (errors: string, trials: string, flags: RateFlags) =>
      (await import('../rate-command.js')).rateCommand(errors, trials, flags),
    );
}
