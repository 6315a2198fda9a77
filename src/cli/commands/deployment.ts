import type { Command } from 'commander';
import type { AlarmsFlags } from '../alarms-command.js';
import type { CameraFlags } from '../camera-command.js';
import { examples } from '../examples.js';
import { debugOption } from '../options.js';

export function registerDeployment(program: Command): void {
  const deployment = program
    .command('deployment')
    .description('What cameras in a place can show, and the alarms to expect of them.')
    .addHelpText(
      'after',
      examples(
        'falsematch deployment camera --sensor 3840x2160 --hfov 60 --distance 15',
        'falsematch deployment alarms --cameras 9 --faces 5000 --listed 1e-5 \\\n    --fpir 1e-3 --tpir 0.9',
      ),
    );
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
  falsematch deployment camera --sensor 1920x1080 --hfov 90 --distance 8 \\
    --height 3`,
    )
    .action(async (flags: CameraFlags) => (await import('../camera-command.js')).cameraCommand(flags));
  registerAlarms(deployment);
}

function registerAlarms(deployment: Command): void {
  deployment
    .command('alarms')
    .description('Tell how many false and true alarms cameras with a watch-list have to expect, and how many are true.')
    .requiredOption('--cameras <n>', 'how many cameras search the list')
    .option('--faces <n>', 'people who pass a camera in a day, each counted whenever they pass')
    .option('--plates <n>', 'the same of number plates, in place of --faces')
    .requiredOption('--listed <share>', 'of those who pass, the share that is on the list')
    .option('--fpir <share>', 'of searches for people who are on no list, the share that raises an alarm')
    .option('--tpir <share>', 'of searches for people on the list, the share that finds them')
    .option('--run <dir>', 'take FPIR and TPIR with their intervals from a run directory')
    .option('--task <id>', 'which task of the run, where it has several with searches')
    .option('--model <name>', 'which system of the run, where it has several')
    .option('--at <rate>', 'which target FPIR of the run, where it has several')
    .option('--list-size <n>', 'people on the list; of a run, the list nearest to it')
    .option('--searches-per-passage <n>', 'frames of one passage that are searched (default: 1)')
    .option('--hours <n>', 'hours a day that alarms come in and are looked at (default: 24)')
    .option('--operators <n>', 'people who look at alarms at any time (default: 1)')
    .option('--passes <n>', 'how often an innocent person passes in a year (default: 730)')
    .option('--ppv <share>', 'which FPIR would make this share of alarms true?')
    .option('--budget <n>', 'which FPIR would give this many false alarms a day?')
    .option('--json', 'print the result as JSON')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
Shares are typed 0.003, 0.3% or 1/6000. --faces, --plates, --listed, --fpir and
--tpir take a range behind a colon, VALUE:LOW..HIGH, such as
1/6000:1/9000..1/4000.

Examples:
  falsematch deployment alarms --cameras 1000 --faces 5000 --listed 1/100000 \\
    --fpir 1/6000 --tpir 0.89
  falsematch deployment alarms --cameras 100 --faces 5000 --listed 1/100000 \\
    --run results/street --task list-1000 --model mobilefacenet-y1 \\
    --at 1e-2 --ppv 0.5`,
    )
    .action(async (flags: AlarmsFlags) => (await import('../alarms-command.js')).alarmsCommand(flags));
}
