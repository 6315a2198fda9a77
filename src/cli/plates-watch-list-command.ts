import { basename } from 'node:path';
import { FalsematchError, unknownName } from '../files/errors.js';
import { readText } from '../files/read-text.js';
import type { PlateTraffic } from '../metrics/plates/watch-list/traffic.js';
import { TEXT_RULES, type TextRule } from '../plates/normalise.js';
import { plateFormat } from '../plates/synthetic/formats/formats.js';
import { watchListLines } from '../report/plates/watch-list-lines.js';
import { type ListedPlate, parsePlateList } from '../results/plates/plate-list.js';
import { watchListOfRun } from '../results/plates/watch-list-of-run.js';
import { readRun } from '../results/read-run.js';
import { print } from './print-table.js';
import { readCount } from './read-numbers.js';
import { warnAltered } from './warn-altered.js';

export interface WatchListFlags {
  readonly list: string;
  readonly perDay: string;
  readonly traffic?: string;
  readonly format?: string;
  readonly task?: string;
  readonly models?: readonly string[];
  readonly rule?: readonly string[];
  readonly json?: boolean;
}

/** `falsematch plates watch-list`: prints how often the plates that a run's systems misread would hit a list. */
export async function watchListCommand(directory: string, flags: WatchListFlags): Promise<void> {
  const platesADay = readCount(flags.perDay, '--per-day');
  if (platesADay === 0) throw new FalsematchError('--per-day must be at least 1, found 0.');
  const rules = flags.rule?.map(readRule);
  const given = await readTraffic(flags);
  const list = await readPlates(flags.list);
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  const { task, models: systems } = flags;
  const texts = list.map(({ text }) => text);
  const found = watchListOfRun(run, { list: texts, traffic: given?.traffic, platesADay, task, systems, rules });
  print(watchListLines(found, given?.name), {
    asked: flags.json ?? false,
    value: given ? { ...found, traffic: given.name } : found,
  });
}

interface NamedTraffic {
  readonly traffic: PlateTraffic;
  readonly name: string;
}

async function readTraffic({ traffic, format }: WatchListFlags): Promise<NamedTraffic | undefined> {
  if (traffic !== undefined && format !== undefined) {
    throw new FalsematchError('--traffic and --format both say which plates pass; give one of them.');
  }
  if (format !== undefined) {
    const { patterns, title } = plateFormat(format);
    return {
      traffic: { patterns },
      name: `plates of the format ${format} (${title}), each text of a pattern as likely as another`,
    };
  }
  if (traffic === undefined) return undefined;
  const plates = await readPlates(traffic);
  const passages = plates.reduce((sum, { count }) => sum + count, 0);
  return { traffic: { plates }, name: `${basename(traffic)}, ${plates.length} lines, ${passages} passages` };
}

async function readPlates(path: string): Promise<ListedPlate[]> {
  return parsePlateList(await readText(path), path);
}

function readRule(name: string): TextRule {
  const rule = TEXT_RULES.find((known) => known === name);
  if (!rule) throw unknownName('text rule', name, TEXT_RULES);
  return rule;
}
