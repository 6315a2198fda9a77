import type { Command } from 'commander';
import type { CameraFlags } from '../camera-command.js';
import { debugOption } from '../options.js';

export function registerDeployment(program: Command): void {
  const deployment = program.command('deployment').description('What cameras in a place can and cannot show.');
  deployment
    .command('camera')
    .description(
      'Tell how many pixels a camera puts on a face or a plate, and which classes of IEC 62676-4 it reaches.',
    )
    .requiredOption('--sensor <pixels>', 'across and down, such as 3840x2160')
    .requiredOption('--hfov <degrees>', 'the horizontal field of view')
    .requiredOption('--distance <metres>', 'from lens to subject; along the ground where there is a height')
    .option('--height <metres>', 'how far the lens is above the face or the plate')
    .option('--face-width <metres>', 'of the face (default: 0.16)')
    .option('--eyes <metres>', 'from pupil to pupil (default: 0.063)')
    .option('--plate-width <metres>', 'of the plate (default: 0.52)')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Lengths may have a unit: 15, 15m, "15 m" and "1500 cm" are the same.

Examples:
  falsematch deployment camera --sensor 3840x2160 --hfov 60 --distance 15
  falsematch deployment camera --sensor 1920x1080 --hfov 90 --distance 8 --height 3`,
    )
    .action(async (flags: CameraFlags) => (await import('../camera-command.js')).cameraCommand(flags));
}
