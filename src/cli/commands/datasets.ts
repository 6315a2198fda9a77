import type { Command } from 'commander';
import type { ImportFlags } from '../dataset-commands.js';
import { examples } from '../examples.js';
import { type PlaceOptions, withPlaces } from '../options.js';

export function registerDatasets(program: Command): void {
  const datasets = program
    .command('datasets')
    .description('List, show, fetch, import and check datasets.')
    .addHelpText('after', examples('falsematch datasets ls', 'falsematch datasets show lfw'));
  withPlaces(datasets.command('ls'))
    .description('List every dataset card and whether the dataset is here.')
    .addHelpText('after', examples('falsematch datasets ls', 'falsematch datasets ls --mirror ../mirror --json'))
    .action(async (flags: PlaceOptions) => (await import('../dataset-commands.js')).listDatasets(flags));
  withPlaces(datasets.command('show').argument('<dataset>'))
    .description("Show a dataset's card: licence, consent, digest, protocols, sources.")
    .addHelpText('after', examples('falsematch datasets show lfw', 'falsematch datasets show synthetic-plates --json'))
    .action(async (name: string, flags: PlaceOptions) =>
      (await import('../dataset-commands.js')).showDataset(name, flags),
    );
  withPlaces(datasets.command('pull').argument('<dataset...>'))
    .description('Fetch datasets, unpack them and verify their content; make those that are made up on this machine.')
    .addHelpText(
      'after',
      examples(
        'falsematch datasets pull lfw-deepfunneled',
        'falsematch datasets pull synthetic-plates face-api-group-photos',
      ),
    )
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../dataset-commands.js')).pullDatasets(names, flags),
    );
  withPlaces(datasets.command('import').argument('<dataset>', 'a known dataset, or a new name for your own pictures'))
    .description('Take a copy that you already have, or your own pictures. Your files are copied, never changed.')
    .requiredOption(
      '--from <path>',
      'a folder, a .zip or .tgz archive, a pack of InsightFace, or (with --layout csv, text-csv or plates-csv) a manifest',
    )
    .option(
      '--layout <name>',
      'for your own pictures: subject-folders, csv or pictures; of plates: openalpr, ccpd, voc, yolo, text-csv or plates-csv',
    )
    .option('--classes <list>', 'with --layout yolo or voc: the classes that are plates, by number or name')
    .option('--licence <text>', 'with --layout: under what licence the pictures are')
    .option('--consent <text>', 'with --layout: what the people on them agreed to')
    .option('--pairs <csv>', 'with --layout: your own list of comparisons (a, b, mated, fold)')
    .addHelpText(
      'after',
      `
Examples:
  falsematch datasets import lfw-funneled --from ~/Downloads/lfw-funneled.tgz
  falsematch datasets import my-set --layout subject-folders --from ./people
  falsematch datasets import my-plates --layout yolo --from ./plates`,
    )
    .action(async (name: string, flags: ImportFlags) =>
      (await import('../dataset-commands.js')).importNamed(name, flags),
    );
  withPlaces(datasets.command('remove').argument('<dataset>'))
    .description('Delete the copy of a dataset; for your own pictures its card too.')
    .addHelpText(
      'after',
      examples(
        'falsematch datasets remove my-set',
        'falsematch datasets remove lfw-deepfunneled --home /data/falsematch',
      ),
    )
    .action(async (name: string, flags: PlaceOptions) =>
      (await import('../dataset-commands.js')).removeNamed(name, flags),
    );
  withPlaces(datasets.command('check').argument('[dataset...]', 'default: all that are here'))
    .description('Hash every file of datasets that are here and compare with their cards.')
    .addHelpText(
      'after',
      examples('falsematch datasets check', 'falsematch datasets check lfw-deepfunneled --mirror ../mirror'),
    )
    .action(async (names: string[], flags: PlaceOptions) =>
      (await import('../dataset-commands.js')).checkDatasets(names, flags),
    );
}
