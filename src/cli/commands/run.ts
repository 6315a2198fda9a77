import type { Command } from 'commander';
import { wholeNumber, withPlaces } from '../options.js';
import type { RunCommandFlags } from '../run-command.js';

export function registerRun(program: Command): void {
  withPlaces(program.command('run').argument('<suite>', 'a suite by name, or the path of a suite file'))
    .description('Measure a suite and write a run directory.')
    .option('--out <dir>', 'the run directory (default: runs/<suite>-<digest>)')
    .option('--workers <n>', 'worker threads (default: one a core)', wholeNumber)
    .option(
      '--device <name...>',
      'what networks run on: cpu, cuda, webgpu, coreml or dml, and MODEL=DEVICE for those that differ (default: cpu)',
    )
    .option('--seed <n>', "in place of the suite's seed", wholeNumber)
    .option('--data <key=dataset...>', "in place of the suite's datasets, e.g. pictures=my-set")
    .option('--models <name...>', 'measure only these systems of the suite')
    .option('--with <model...>', "measure these face models too, each with the suite's own detector")
    .option('--conditions <name...>', 'measure every fitting task through these conditions too')
    .option('--strict', 'refuse to run when a model of the suite cannot be had')
    .addHelpText(
      'after',
      `
Examples:
  falsematch run quickstart
  falsematch run own --data pictures=my-set --out runs/mine
  falsematch run lfw --device webgpu scrfd-500m=cpu
  falsematch run lfw --conditions city-4k-day-15m city-4k-night-15m`,
    )
    .action(async (suite: string, flags: RunCommandFlags) => {
      const { runCommand } = await import('../run-command.js');
      await runCommand(suite, flags);
    });
}
