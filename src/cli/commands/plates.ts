import type { Command } from 'commander';
import { examples } from '../examples.js';
import { debugOption, wholeNumber } from '../options.js';
import type { DrawFlags } from '../plates-draw-command.js';
import type { WatchListFlags } from '../plates-watch-list-command.js';

export function registerPlates(program: Command): void {
  const plates = program
    .command('plates')
    .description('What misread number plates lead to; made-up plates.')
    .addHelpText(
      'after',
      examples(
        'falsematch plates draw --out drawn',
        'falsematch plates watch-list runs/mine --list wanted.txt --per-day 20000',
      ),
    );
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
  falsematch plates watch-list runs/mine --list wanted.txt --per-day 20000 \\
    --format serbia
  falsematch plates watch-list runs/mine --list wanted.txt --per-day 20000 \\
    --traffic seen.csv --task eu --models y5fu-320_cct-xs --rule strict`,
    )
    .action(async (directory: string, flags: WatchListFlags) =>
      (await import('../plates-watch-list-command.js')).watchListCommand(directory, flags),
    );
  plates
    .command('draw')
    .description('Draw made-up number plates into a new folder: pictures, labels and the settings that made them.')
    .requiredOption('--out <dir>', 'a new or empty folder')
    .option('--count <number>', 'how many (default: one of each format under each condition)', wholeNumber)
    .option('--seed <number>', 'the same seed draws the same plates', wholeNumber, 1)
    .option('--formats <names...>', 'serbia, eu, us, mercosul, taking turns (default: all)')
    .option(
      '--conditions <names...>',
      'clean, perspective, dirt, blur, low-contrast, night-infrared, small, taking turns (default: all)',
    )
    .option('--width <pixels>', 'of a picture, at least 320', wholeNumber, 480)
    .option('--height <pixels>', 'of a picture, at least 240', wholeNumber, 360)
    .option('--quiet', 'no progress')
    .option('--json', 'print what was written as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch plates draw --out drawn
  falsematch plates draw --out drawn --count 200 --seed 7 --formats serbia \\
    --conditions clean night-infrared`,
    )
    .action(async (flags: DrawFlags) => (await import('../plates-draw-command.js')).drawCommand(flags));
}
