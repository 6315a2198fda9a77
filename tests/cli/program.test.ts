import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../src/cli/program.js';

/** What `--help` prints, examples and all. */
function helpOf(command: Command): string {
  let text = '';
  const writeOut = (part: string) => {
    text += part;
  };
  command.configureOutput({ ...command.configureOutput(), writeOut });
  command.outputHelp();
  return text;
}

const pathOf = (command: Command): string[] =>
  command.parent ? [...pathOf(command.parent), command.name()] : [command.name()];

function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap(everyCommand)];
}

/** The lines below "Examples:", those that go on with a backslash put together, without what explains them. */
function examplesOf(help: string): string[] {
  const [, after = ''] = help.split('\nExamples:\n');
  const [part = ''] = after.split('\n\n');
  return part
    .replace(/ *\\\n */g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim());
}

const COMMANDS = everyCommand(makeProgram()).map((command) => [pathOf(command).join(' '), command] as const);

it('has all commands', () => {
  expect(COMMANDS.length).toBeGreaterThan(40);
});

describe.each(COMMANDS)('%s --help', (path, command) => {
  const help = helpOf(command);
  const examples = examplesOf(help);

  it('has two examples of this command', () => {
    expect(examples.filter((line) => line === path || line.startsWith(`${path} `)).length).toBeGreaterThanOrEqual(2);
    expect(examples.every((line) => line.startsWith('falsematch '))).toBe(true);
  });

  it('has examples that the command line would take', () => {
    for (const line of examples) {
      const words = line
        .replace(/\s+>.*$/, '')
        .split(/\s+/)
        .slice(1);
      let at = COMMANDS[0]?.[1];
      while (words[0] !== undefined && at?.commands.some((one) => one.name() === words[0])) {
        at = at.commands.find((one) => one.name() === words[0]);
        words.shift();
      }
      const options = line.match(/(?<=\s)--[a-z][a-z-]*/g) ?? [];
      const known = at?.options.map(({ long }) => long) ?? [];
      // What is to be completed is no option of the command that completes.
      if (path !== 'falsematch complete-words') {
        expect(
          options.filter((option) => !known.includes(option)),
          line,
        ).toEqual([]);
      }
      for (const { mandatory, long } of at?.options ?? []) if (mandatory) expect(options, line).toContain(long);
      const needed = at?.registeredArguments.filter(({ required }) => required).length ?? 0;
      expect(words.filter((word) => !word.startsWith('-')).length, line).toBeGreaterThanOrEqual(needed);
    }
  });

  it('fits 80 columns', () => {
    expect(help.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('describes itself', () => {
    expect(command.description()).not.toBe('');
  });
});
