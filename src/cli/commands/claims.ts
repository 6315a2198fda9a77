import type { Command } from 'commander';
import type { CheckFlags, FreezeFlags } from '../claims-commands.js';
import { examples } from '../examples.js';
import { debugOption } from '../options.js';

const FILE = 'a claim file, or the name of one that comes with the package';

export function registerClaims(program: Command): void {
  const claims = program
    .command('claims')
    .description('Hold what somebody claims against what was measured.')
    .addHelpText(
      'after',
      examples('falsematch claims ls', 'falsematch claims check belgrade-2019 --run results/belgrade'),
    );
  claims
    .command('check')
    .argument('<file>', FILE)
    .description('Give every claim a verdict: supported, contradicted, unresolved or untestable.')
    .option('--run <dir>', 'the run directory that answers the tests')
    .option('--frozen <file>', 'what "claims freeze" wrote (default: beside the claim file)')
    .option('--strict', 'exit with 3 where a claim is unresolved')
    .option('--out <files...>', 'also write a page (.html, .md), JUnit for CI (.xml), or everything (.json)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Exit codes: 0 no claim is contradicted; 1 at least one is; 2 the file or the run
will not do; 3 unresolved, --strict.

Examples:
  falsematch claims check belgrade-2019 --run results/belgrade \\
    --out belgrade.html
  falsematch claims check my-limits.yaml --run runs/mine --strict \\
    --out limits.xml`,
    )
    .action(async (file: string, flags: CheckFlags) =>
      (await import('../claims-commands.js')).checkCommand(file, flags),
    );
  claims
    .command('freeze')
    .argument('<file>', FILE)
    .description('Write down what a claim file and its suite are, before the suite is run.')
    .option('--out <file>', 'where to (default: beside the claim file, as NAME.frozen.json)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Examples:
  falsematch claims freeze my-claims.yaml
  falsematch claims freeze belgrade-2019 --out frozen.json`,
    )
    .action(async (file: string, flags: FreezeFlags) =>
      (await import('../claims-commands.js')).freezeCommand(file, flags),
    );
  claims
    .command('ls')
    .description('List the claim files that come with the package.')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch claims ls', 'falsematch claims ls --json'))
    .action(async (flags: { json?: boolean }) => (await import('../claims-commands.js')).listClaims(flags));
  claims
    .command('schema')
    .description('Print the JSON Schema of claim files, for editors.')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch claims schema', 'falsematch claims schema > claims.schema.json'))
    .action(async () => (await import('../claims-commands.js')).printSchema());
}
