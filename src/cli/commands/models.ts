import type { Command } from 'commander';
import { examples } from '../examples.js';
import { type PlaceOptions, wholeNumber, withPlaces } from '../options.js';

interface CheckFlags extends PlaceOptions {
  readonly device?: string;
  readonly pictures?: number;
}

export function registerModels(program: Command): void {
  const models = program
    .command('models')
    .description('List, show, fetch and check models.')
    .addHelpText('after', examples('falsematch models ls', 'falsematch models show mobilefacenet-y1'));
  withPlaces(models.command('ls'))
    .description('List every model card and whether its file is here.')
    .addHelpText('after', examples('falsematch models ls', 'falsematch models ls --mirror ../mirror --json'))
    .action(async (flags: PlaceOptions) => (await import('../model-commands.js')).listModels(flags));
  withPlaces(models.command('show').argument('<model>'))
    .description("Show a model's card: licence, training data, published figures, sources.")
    .addHelpText(
      'after',
      examples('falsematch models show mobilefacenet-y1', 'falsematch models show scrfd-500m --json'),
    )
    .action(async (name: string, flags: PlaceOptions) => (await import('../model-commands.js')).showModel(name, flags));
  withPlaces(models.command('pull').argument('<model...>'))
    .description('Fetch models and verify their SHA-256.')
    .addHelpText(
      'after',
      examples('falsematch models pull sface', 'falsematch models pull faceplugin-feature faceplugin-detect'),
    )
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../model-commands.js')).pullModels(names, flags),
    );
  withPlaces(models.command('check').argument('[model...]', 'default: all that are here'))
    .description('Verify the bytes of models that are here; with --device, that they give there what they give here.')
    .option('--device <name>', 'hold what they give on cuda, webgpu, coreml or dml against the processor')
    .option('--pictures <n>', 'with --device: show them at most so many reference pictures', wholeNumber)
    .addHelpText(
      'after',
      examples(
        'falsematch models check',
        'falsematch models check mobilefacenet-y1',
        'falsematch models check mobilefacenet-y1 --device webgpu',
      ),
    )
    .action(async (names: string[], flags: CheckFlags) => {
      if (flags.device === undefined) return (await import('../model-commands.js')).checkModels(names, flags);
      return (await import('../parity-command.js')).parityCommand(names, { ...flags, device: flags.device });
    });
}
