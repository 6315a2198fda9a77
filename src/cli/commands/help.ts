import type { Command } from 'commander';
import { unknownName } from '../../files/errors.js';
import { examples } from '../examples.js';

/** commander's own help command answers an unknown name with the help of everything; this one names the nearest. */
export function registerHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .argument('[command...]', 'a command, and where it has commands of its own one of those')
    .description('Show what a command does, with its options.')
    .addHelpText('after', examples('falsematch help run', 'falsematch help models show'))
    .action((words: readonly string[]) => {
      let command = program;
      for (const word of words) {
        const inner = command.commands.find((one) => one.name() === word);
        if (!inner) throw unknownName('command', word, visible(command));
        command = inner;
      }
      command.outputHelp();
    });
}

function visible(command: Command): string[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .map((inner) => inner.name());
}
