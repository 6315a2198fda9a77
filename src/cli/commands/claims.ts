import type { Command } from 'commander';
import type { FreezeFlags } from '../claims-commands.js';
import { debugOption } from '../options.js';

export function registerClaims(program: Command): void {
  const claims = program.command('claims').description('Hold what somebody claims against what was measured.');
  claims
    .command('freeze')
    .argument('<file>', 'a claim file, or the name of one that comes with the package')
    .description('Write down what a claim file and its suite are, before the suite is run.')
    .option('--out <file>', 'where to (default: beside the claim file, as NAME.frozen.json)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .action(async (file: string, flags: FreezeFlags) =>
      (await import('../claims-commands.js')).freezeCommand(file, flags),
    );
}
