import type { Command } from 'commander';
import type { DoctorFlags } from '../doctor-command.js';
import { debugOption } from '../options.js';

export function registerDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Check whether this machine has what falsematch needs, and say how to mend what is missing.')
    .option('--home <dir>', 'the home folder (default: FALSEMATCH_HOME, or the cache folder)')
    .option('--mirror <dir|url>', 'the mirror to look at (default: FALSEMATCH_MIRROR)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Asks nothing of the network and changes nothing.

Exit codes: 0 nothing fails, warnings or not; 2 something essential fails.

Examples:
  falsematch doctor
  falsematch doctor --mirror ../mirror --json`,
    )
    .action(async (flags: DoctorFlags) => (await import('../doctor-command.js')).doctorCommand(flags));
}
