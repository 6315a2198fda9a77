import type { Command } from 'commander';
import { examples } from '../examples.js';
import { debugOption } from '../options.js';

export function registerCompletion(program: Command): void {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('Print a script with which a shell completes commands, options and names.')
    .addOption(debugOption())
    .addHelpText(
      'after',
      `
bash reads it from ~/.local/share/bash-completion/completions/falsematch, zsh
from _falsematch in a folder of its fpath, fish from
~/.config/fish/completions/falsematch.fish; for one session of bash or zsh type
  source <(falsematch completion bash)

Examples:
  falsematch completion bash > falsematch.bash
  falsematch completion fish > ~/.config/fish/completions/falsematch.fish`,
    )
    .action(async (shell: string) => (await import('../completion-command.js')).completionCommand(shell));
  // What the scripts call: they hold no list of their own that could grow old.
  program
    .command('complete-words', { hidden: true })
    .argument('<words...>', 'what was typed after "falsematch", the last word unfinished or empty')
    .description('Print what the last word may become, one a line.')
    .addOption(debugOption())
    .addHelpText('after', examples('falsematch complete-words -- run lf', 'falsematch complete-words -- run lfw --mo'))
    .action(async (words: string[]) => (await import('../completion-command.js')).completeCommand(words, program));
}
