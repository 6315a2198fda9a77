import type { Command } from 'commander';
import { debugOption, wholeNumber } from '../options.js';
import type { TemplatesFlags } from '../templates-command.js';

export function registerTemplates(program: Command): void {
  program
    .command('templates')
    .argument('<file>', 'templates as .npy, one a row: all pairs of them, or with --probes the gallery')
    .description('Measure your own templates: every pair of them, or a search of probes in a gallery. By cosine.')
    .requiredOption('--subjects <file>', 'a CSV with the column subject, and sample and passage: a line a template')
    .option('--probes <file>', 'templates to search with, as .npy')
    .option('--probe-subjects <file>', 'the same CSV for the probes')
    .option('--consolidate <how>', 'a subject of several gallery samples: best of their scores, or mean template')
    .option('--at <rates>', 'target FMRs, or with --probes FPIRs (default: 1e-2,1e-3)')
    .option('--level <share>', 'confidence of every interval (default: 0.95)')
    .option('--seed <number>', 'seed of everything that is drawn (default: 1)', wholeNumber)
    .option('--workers <number>', 'worker threads (default: one a core)', wholeNumber)
    .option('--out <dir>', 'write the scores as .npy, and the figures as metrics.csv, into a new folder')
    .option('--quiet', 'no progress')
    .option('--json', 'print the figures as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
numpy.save writes what is read; float32, float64, int32 and uint8 are. Leave
samples without a template out, and count them as failures where you report
rates.

Examples:
  falsematch templates templates.npy --subjects subjects.csv --at 1e-3,1e-4
  falsematch templates gallery.npy --subjects gallery.csv \\
    --probes probes.npy --probe-subjects probes.csv --at 1e-1,1e-2 --out found`,
    )
    .action(async (file: string, flags: TemplatesFlags) =>
      (await import('../templates-command.js')).templatesCommand(file, flags),
    );
}
