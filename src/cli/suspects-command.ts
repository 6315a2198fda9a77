import { unknownName } from '../files/errors.js';
import { suspectLines } from '../report/suspect-lines.js';
import { readRun } from '../results/read-run.js';
import { suspectsOfRun } from '../results/suspects.js';
import { print } from './print-table.js';
import { warnAltered } from './warn-altered.js';

export interface SuspectsFlags {
  readonly top: number;
  readonly models?: readonly string[];
  readonly json?: boolean;
}

/** `falsematch suspects`: prints the comparisons whose labels to doubt first. */
export async function suspectsCommand(directory: string, flags: SuspectsFlags): Promise<void> {
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  const names = run.record.systems.map(({ name }) => name);
  for (const model of flags.models ?? []) {
    if (!names.includes(model)) throw unknownName('system of this run', model, names);
  }
  const found = suspectsOfRun(run, flags.top, flags.models);
  print(suspectLines(found), { asked: flags.json ?? false, value: found });
}
