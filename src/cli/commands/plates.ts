import type { Command } from 'commander';
import { debugOption } from '../options.js';
import type { WatchListFlags } from '../plates-watch-list-command.js';

export function registerPlates(program: Command): void {
  const plates = program.command('plates').description('What misread number plates lead to; made-up plates.');
  plates
    .command('watch-list')
    .argument('<dir>', 'a run directory with a task of plates')
    .description('Tell how often plates that are misread would be taken for plates on a list.')
    .requiredOption('--list <file>', 'the listed plates: one a line, or a CSV with the column text')
    .requiredOption('--per-day <number>', 'how many plates pass a day')
    .option('--traffic <file>', 'the plates that pass: as --list, in a CSV also with the column count')
    .option('--format <name>', 'the plates that pass: all of serbia, eu, us or mercosul')
    .option('--task <id>', 'a task of plates of the run (default: the only one)')
    .option('--models <names...>', 'only these systems')
    .option('--rule <rules...>', 'strict, "O=0, I=1", latin, "latin, O=0, I=1" (default: the first two)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Without --traffic and --format the plates that pass are those of the run's own
dataset, each as often as it occurs there.

Examples:
  falsematch plates watch-list runs/mine --list wanted.txt --per-day 20000 --format serbia
  falsematch plates watch-list runs/mine --list wanted.txt --per-day 20000 \\
    --traffic seen.csv --task eu --models y5fu-320+cct-xs --rule strict --json`,
    )
    .action(async (directory: string, flags: WatchListFlags) =>
      (await import('../plates-watch-list-command.js')).watchListCommand(directory, flags),
    );
}
