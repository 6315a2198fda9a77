import type { Command } from 'commander';
import { debugOption, wholeNumber } from '../options.js';
import type { ScoresFlags } from '../scores-command.js';

export function registerScores(program: Command): void {
  program
    .command('scores')
    .argument(
      '<file>',
      'a CSV with the columns mated and score, and where known subject_a, subject_b, a, b, fold, failure',
    )
    .description("Measure from a table of scores that somebody else's system gave, without pictures or models.")
    .option('--at <rates>', 'target false-match rates, such as 1e-2,1e-3 (default: 1e-1 to 1e-4, as the data resolve)')
    .option('--level <share>', 'confidence of every interval (default: 0.95)')
    .option('--seed <number>', 'seed of everything that is drawn (default: 1)', wholeNumber)
    .option('--replicates <number>', 'replicates of a bootstrap (default: 2000)', wholeNumber)
    .option('--two-level', 'draw subjects and then samples of each (default: subjects); needs a and b')
    .option('--calibrate <file>', 'a table of other people that sets thresholds; with --search the FMR of all pairs')
    .option('--llr', 'the scores are natural-log likelihood ratios: give Cllr too')
    .option('--fta <rate>', 'share of transactions without a sample, for FAR and FRR')
    .option('--subjects <file>', 'a CSV with the column subject and one for each attribute')
    .option('--by <attributes>', 'figures by an attribute, or a cross (gender,ethnicity); may be repeated', collect)
    .option('--search', '1:N: every probe a in a gallery of all references b')
    .option('--gallery-is-sample', 'the gallery stands for others that might have been enrolled')
    .option('--det <file>', 'write every operating point as CSV')
    .option('--format <name>', 'text, csv or json (default: text)')
    .option('--json', 'the same as --format json')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Higher scores mean more alike; they are rounded to float32. The table of a run
directory (scores/TASK/SYSTEM/comparisons.csv) can be read as it is.

Examples:
  falsematch scores scores.csv
  falsematch scores scores.csv --at 1e-2,1e-3 --subjects people.csv --by gender
  falsematch scores searches.csv --search --det det.csv`,
    )
    .action(async (file: string, flags: ScoresFlags) =>
      (await import('../scores-command.js')).scoresCommand(file, flags),
    );
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
