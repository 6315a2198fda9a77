import { type Command, Option } from 'commander';
import type { AddModelFlags } from '../add-model-command.js';
import { examples } from '../examples.js';
import { type PlaceOptions, readReal, readSize, wholeNumber, withPlaces } from '../options.js';

interface CheckFlags extends PlaceOptions {
  readonly device?: string;
  readonly pictures?: number;
}

/** The families of models add; a test holds them against those that there are, which would take long to load here. */
export const FAMILIES = 'arcface, arcface-inside, adaface, magface, edgeface, ghostfacenet, facenet, sface';

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
  withPlaces(models.command('add').argument('<file>', 'an ONNX file that gives a template of a face'))
    .description('Make a face model of your own file: run it, keep it, write its card.')
    .requiredOption('--name <name>', 'its name in suites and reports')
    .option('--like <family>', `how it is fed: ${FAMILIES}, or the name of a face model`)
    .addOption(new Option('--size <WxH>', 'of the crop, where the file leaves it open').argParser(readSize))
    .addOption(new Option('--colour <order>', 'order of colours').choices(['RGB', 'BGR', 'grey']))
    .addOption(new Option('--mean <x>', 'taken from every value, 0 to 255').argParser(readReal))
    .addOption(new Option('--divisor <x>', 'what is left is divided by it').argParser(readReal))
    .addOption(new Option('--layout <order>', 'where the file leaves it open').choices(['NCHW', 'NHWC']))
    .option('--crop <name>', 'how a face is cut out: five-points, box or upright-square')
    .option('--output <name>', 'which output is the template (default: the first)')
    .option('--licence <text>', 'told in every report')
    .addOption(new Option('--use <what>', 'what the licence allows').choices(['any', 'research-only', 'unclear']))
    .option('--trained-on <text>', 'what is known of its training data')
    .addHelpText(
      'after',
      examples(
        'falsematch models add adaface.onnx --name mine --like adaface',
        'falsematch models add net.onnx --name mine --colour BGR --mean 0 --divisor 255',
      ),
    )
    .action(async (file: string, flags: AddModelFlags) =>
      (await import('../add-model-command.js')).addModelCommand(file, flags),
    );
  withPlaces(models.command('check').argument('[model...]', 'default: all that are here'))
    .description('Verify the bytes of models that are here, open them and run them on reference pictures.')
    .option('--device <name>', 'hold what they give on cuda, webgpu, coreml or dml against the processor')
    .option('--pictures <n>', 'with --device: show them at most so many reference pictures', wholeNumber)
    .addHelpText(
      'after',
      examples(
        'falsematch models check',
        'falsematch models check faceplugin-feature --json',
        'falsematch models check mobilefacenet-y1 --device webgpu',
      ),
    )
    .action(async (names: string[], flags: CheckFlags) => {
      if (flags.device === undefined) return (await import('../model-commands.js')).checkModels(names, flags);
      return (await import('../parity-command.js')).parityCommand(names, { ...flags, device: flags.device });
    });
}
