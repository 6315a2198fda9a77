import type { Command } from 'commander';
import { wholeNumber, withPlaces } from '../options.js';
import type { SpeedFlags } from '../speed-command.js';

export function registerSpeed(program: Command): void {
  withPlaces(program.command('speed').argument('<suite>', 'a suite by name, or the path of a suite file'))
    .description('Measure how fast the systems of a suite are on this machine, apart from how often they are wrong.')
    .option('--models <name...>', 'only these systems of the suite')
    .option('--data <key=dataset...>', "in place of the suite's datasets, e.g. pictures=my-set")
    .option('--of <key...>', "take pictures of these keys of the suite's data only")
    .option(
      '--device <name...>',
      'what networks run on: cpu, cuda, webgpu, coreml or dml, and MODEL=DEVICE for those that differ (default: cpu)',
    )
    .option('--condition <name>', 'put every picture through it first; that counts as loading')
    .option('--pictures <n>', 'pictures for each system, spread over the data (default: 200)', wholeNumber)
    .option('--rounds <n>', 'rounds of what is compared, in turn (default: 5)', wholeNumber)
    .option('--workers <n>', 'worker threads to hold against one (default: one a core)', wholeNumber)
    .option('--out <file>', 'write the result as JSON into a new file too')
    .addHelpText(
      'after',
      `
Gives the time of every stage of one picture alone, pictures and templates (or
plates read) a second with one worker and with all, and the size of the models.
No template is taken from the cache or left in it. Leave the machine alone
meanwhile: what else it does makes the figures lower.

Examples:
  falsematch speed quickstart --pictures 20 --rounds 2
  falsematch speed lfw --models mobilefacenet-y1 --pictures 800 --out speed.json
  falsematch speed plates --models y5fu-320_cct-xs --of eu us`,
    )
    .action(async (suite: string, flags: SpeedFlags) => {
      const { speedCommand } = await import('../speed-command.js');
      await speedCommand(suite, flags);
    });
}
