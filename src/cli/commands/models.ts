import type { Command } from 'commander';
import { examples } from '../examples.js';
import { type PlaceOptions, withPlaces } from '../options.js';

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
    .description('Verify the bytes of models that are here.')
    .addHelpText('after', examples('falsematch models check', 'falsematch models check mobilefacenet-y1'))
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../model-commands.js')).checkModels(names, flags),
    );
}
