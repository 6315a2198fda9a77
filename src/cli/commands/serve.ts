import type { Command } from 'commander';
import { debugOption, wholeNumber } from '../options.js';
import type { ServeFlags } from '../serve-command.js';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .argument('[dir]', 'the folder that holds run directories, at most two levels down; or one of them', 'runs')
    .description('Show the runs of a folder in a browser on this machine; read only.')
    .option('--port <n>', 'of this machine, 0 for any that is free', wholeNumber, 4173)
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Listens on 127.0.0.1 alone and gives out only what a run directory is known to
have: its reports, figures, tables and timings. The address is printed to
stdout. Ctrl-C ends it, with exit code 0: there is nothing to go on with.

Examples:
  falsematch serve
  falsematch serve results --port 8080`,
    )
    .action(async (directory: string, flags: ServeFlags) =>
      (await import('../serve-command.js')).serveCommand(directory, flags),
    );
}
