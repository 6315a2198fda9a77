import type { Argument, Command, Option } from 'commander';
import { listedNames } from './listed-names.js';
import { type NameKind, namesOf } from './names.js';

/**
 * What the last of these words, typed behind the program's name, may become: commands, options, or names that an option or
 * argument takes. Nothing where only the user knows, such as for files.
 */
export async function candidates(program: Command, words: readonly string[]): Promise<string[]> {
  const typed = words.at(-1) ?? '';
  const at = placeOf(program, words.slice(0, -1));
  const all = at.option ? await namesForOption(at.command, at.option) : await namesOrOptions(at, typed);
  return [...new Set(all)].filter((name) => name.startsWith(typed));
}

interface Place {
  readonly command: Command;
  /** The option whose value comes now; a list of values that may go on with an option is not one. */
  readonly option?: Option;
  /** The list of values that this word may go on. */
  readonly list?: Option;
  /** How many arguments were typed. */
  readonly given: number;
}

/** Where the words lead: into which command, and what comes next. */
function placeOf(program: Command, before: readonly string[]): Place {
  let command = program;
  let option: Option | undefined;
  let values = 0;
  let given = 0;
  for (const word of before) {
    const found = word.startsWith('-') ? optionOf(command, word) : undefined;
    if (word.startsWith('-')) {
      option = found && takesValue(found) && !word.includes('=') ? found : undefined;
      values = 0;
    } else if (option && (values === 0 || option.variadic)) {
      values += 1;
      if (!option.variadic) option = undefined;
    } else {
      option = undefined;
      const inner = given === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      if (inner) command = inner;
      else given += 1;
    }
  }
  if (!option) return { command, given };
  return values === 0 ? { command, option, given } : { command, list: option, given };
}

const takesValue = (option: Option): boolean => option.required || option.optional;

function optionOf(command: Command, word: string): Option | undefined {
  const flag = word.split('=')[0] ?? word;
  return command.options.find(({ long, short }) => flag === long || flag === short);
}

async function namesOrOptions({ command, list, given }: Place, typed: string): Promise<readonly string[]> {
  const help = command.createHelp();
  if (typed.startsWith('-')) {
    return help.visibleOptions(command).flatMap(({ long, short }) => long ?? short ?? []);
  }
  if (list) return namesForOption(command, list);
  if (command.commands.length > 0) return help.visibleCommands(command).map((inner) => inner.name());
  return namesForArgument(command, given);
}

async function namesForArgument(command: Command, given: number): Promise<readonly string[]> {
  const declared: readonly Argument[] = command.registeredArguments;
  const last = declared.at(-1);
  const argument = declared[given] ?? (last?.variadic ? last : undefined);
  if (!argument) return [];
  return named(NAMED_ARGUMENTS[`${pathOf(command)} <${argument.name()}>`], argument.description);
}

function namesForOption(command: Command, option: Option): Promise<readonly string[]> {
  return named(NAMED_OPTIONS[`${pathOf(command)} ${option.long}`], option.description);
}

async function named(kind: NameKind | undefined, description: string): Promise<readonly string[]> {
  return kind === undefined ? listedNames(description) : namesOf(kind);
}

/** "models show" */
function pathOf(command: Command): string {
  return command.parent?.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}

/** Arguments that are names. */
export const NAMED_ARGUMENTS: Readonly<Record<string, NameKind>> = {
  'run <suite>': 'suites',
  'speed <suite>': 'suites',
  'models show <model>': 'models',
  'models pull <model>': 'models',
  'models check <model>': 'models',
  'datasets show <dataset>': 'datasets',
  'datasets pull <dataset>': 'datasets',
  'datasets import <dataset>': 'datasets',
  'datasets remove <dataset>': 'datasets',
  'datasets check <dataset>': 'datasets',
  'conditions show <condition>': 'conditions',
  'claims check <file>': 'claims',
  'claims freeze <file>': 'claims',
};

/** Options whose values are names. */
export const NAMED_OPTIONS: Readonly<Record<string, NameKind>> = {
  'run --models': 'models',
  'run --with': 'models',
  'models add --like': 'models',
  'run --conditions': 'conditions',
  'speed --models': 'models',
  'speed --condition': 'conditions',
  'datasets import --layout': 'layouts',
  'plates watch-list --format': 'plateFormats',
  'plates draw --formats': 'plateFormats',
  'plates draw --conditions': 'plateConditions',
};
