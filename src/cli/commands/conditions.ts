import type { Command } from 'commander';
import type { SheetFlags } from '../condition-sheet.js';
import type { JsonFlag } from '../conditions-commands.js';
import { examples } from '../examples.js';
import { debugOption, wholeNumber, withPlaces } from '../options.js';

export function registerConditions(program: Command): void {
  const conditions = program
    .command('conditions')
    .description('What a camera, its light and its network do to a picture: ready conditions and their steps.')
    .addHelpText('after', examples('falsematch conditions ls', 'falsematch conditions show city-4k-day-15m'));
  conditions
    .command('ls')
    .description('List the conditions that come with falsematch.')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch conditions ls', 'falsematch conditions ls --json'))
    .action(async (flags: JsonFlag) => (await import('../conditions-commands.js')).listConditions(flags));
  withPlaces(
    conditions
      .command('show')
      .argument('<condition>', 'a name that "conditions ls" lists, or the path of a .yaml file'),
  )
    .description('Show what a condition does, in words; with --from also on a picture of yours.')
    .option('--from <picture>', 'show it on this picture, which is not changed')
    .option('--out <file.png>', 'with --from: the sheet with the picture as it is and after each step')
    .option('--density <px/m>', 'with --from: pixels on a metre at the subject (default: by the eyes of a face in it)')
    .option(
      '--face <points>',
      'with --from (default: found by scrfd-500m): eyes, nose and corners of the mouth, "x,y x,y x,y x,y x,y" in pixels',
    )
    .option('--plate <corners...>', 'with --from: the corners of each plate, "x,y x,y x,y x,y" in pixels')
    .option('--seed <number>', 'with --from: the same seed draws the same noise (default: 1)', wholeNumber)
    .addHelpText(
      'after',
      `
Points of a face: the eye at the left of the picture, the one at the right, the
nose, and the corners of the mouth at the left and at the right. Corners of a
plate: top left, top right, bottom right, bottom left.

Examples:
  falsematch conditions show city-4k-day-15m
  falsematch conditions show city-4k-day-15m --from me.jpg --out sheet.png
  falsematch conditions show lane-night --from car.jpg --out sheet.png \\
    --density "200 px/m"`,
    )
    .action(async (name: string, flags: SheetFlags & JsonFlag) =>
      (await import('../conditions-commands.js')).showCondition(name, flags),
    );
  conditions
    .command('steps')
    .description('List the steps that conditions are made of.')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch conditions steps', 'falsematch conditions steps --json'))
    .action(async (flags: JsonFlag) => (await import('../conditions-commands.js')).listSteps(flags));
}
