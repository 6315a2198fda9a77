import type { Command } from 'commander';
import type { CacheFlags } from '../cache-commands.js';
import { examples } from '../examples.js';
import { debugOption } from '../options.js';

export function registerCache(program: Command): void {
  const cache = program
    .command('cache')
    .description('Show and delete what is kept: weights, datasets, templates.')
    .addHelpText('after', examples('falsematch cache ls', 'falsematch cache purge templates datasets'));
  const home = ['--home <dir>', 'the home folder (default: FALSEMATCH_HOME, or the cache folder)'] as const;
  cache
    .command('ls')
    .description('Show what is kept and how large it is.')
    .option(...home)
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch cache ls', 'falsematch cache ls --home /data/falsematch --json'))
    .action(async (flags: CacheFlags) => (await import('../cache-commands.js')).listCache(flags));
  cache
    .command('purge')
    .argument('[part...]', 'templates, datasets or files; default: templates, which are biometric data')
    .description('Delete what is kept.')
    .option(...home)
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch cache purge', 'falsematch cache purge templates datasets files'))
    .action(async (parts: string[], flags: CacheFlags) =>
      (await import('../cache-commands.js')).purgeCache(parts, flags),
    );
}
