import type { Command } from 'commander';
import { debugOption } from '../options.js';
import type { ReportFlags } from '../report-command.js';

export function registerReport(program: Command): void {
  program
    .command('report')
    .argument('<dir>', 'a run directory')
    .description('Print the report of a run, made anew from its tables, or two runs side by side.')
    .option('--compare <dir>', 'another run (B), set beside this one (A) with paired differences')
    .option('--models <names...>', 'with --compare: only these systems')
    .option('--format <name>', 'text, md, html, csv, junit or json (default: as --out ends, else text)')
    .option('--out <file>', 'write it to this file, whole or not at all')
    .option('--claims <file...>', 'hold these claim files against the run too, by path or name (html, md, junit)')
    .option('--write', 'write all reports and figures into the run directory anew, as this version makes them')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
With --compare every system stands beside its namesake in the other run, or,
where no name is in both, each beside each. Lists of pairs and plates are tested
as "falsematch compare" does; other tasks are shown without a test.

csv: of one run its metrics.csv; of two a row a figure, A and B in it, with the
difference where it was tested.
json: of one run its metrics.json; of two what the page says, as data.
junit with --compare: the first run is what the second must measure up to. A
suite for each of its tasks, in it a case for each system and for each test. A
case fails where the second run lacks the task or the system, or measured
something else under its name; a test is skipped where the data cannot resolve
it. A difference, shown or not, is no failure, and the exit code stays 0: to
fail on a rate, write a claim ("falsematch claims check").

Examples:
  falsematch report runs/mine
  falsematch report results/lfw --format md
  falsematch report runs/mine --claims my-limits.yaml --out report.html
  falsematch report runs/before --compare runs/after --out compared.html
  falsematch report runs/before --compare runs/after --format junit`,
    )
    .action(async (directory: string, flags: ReportFlags) =>
      (await import('../report-command.js')).reportCommand(directory, flags),
    );
}
