import type { Command } from 'commander';
import { debugOption } from '../options.js';
import type { ReportFlags } from '../report-command.js';

export function registerReport(program: Command): void {
  program
    .command('report')
    .argument('<dir>', 'a run directory')
    .description('Print the report of a run, made anew from its tables.')
    .option('--format <name>', 'text, md, html, csv or junit', 'text')
    .addOption(debugOption())
    .addHelpText('after', '\nExamples:\n  falsematch report runs/mine\n  falsematch report results/lfw --format md')
    .action(async (directory: string, flags: ReportFlags) =>
      (await import('../report-command.js')).reportCommand(directory, flags),
    );
}
