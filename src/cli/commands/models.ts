import type { Command } from 'commander';
import { type PlaceOptions, withPlaces } from '../options.js';

export function registerModels(program: Command): void {
  const models = program.command('models').description('List, show, fetch and check models.');
  withPlaces(models.command('ls'))
    .description('List every model card and whether its file is here.')
    .action(async (flags: PlaceOptions) => (await import('../model-commands.js')).listModels(flags));
  withPlaces(models.command('show').argument('<model>'))
    .description("Show a model's card: licence, training data, published figures, sources.")
    .action(async (name: string, flags: PlaceOptions) => (await import('../model-commands.js')).showModel(name, flags));
  withPlaces(models.command('pull').argument('<model...>'))
    .description('Fetch models and verify their SHA-256.')
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../model-commands.js')).pullModels(names, flags),
    );
  withPlaces(models.command('check').argument('[model...]', 'default: all that are here'))
    .description('Verify the bytes of models that are here.')
    .addHelpText('after', '\nExamples:\n  falsematch models check\n  falsematch models check mobilefacenet-y1')
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../model-commands.js')).checkModels(names, flags),
    );
}
