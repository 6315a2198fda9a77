import { compareLines } from '../report/compare-lines.js';
import { comparePaired } from '../results/compare-paired.js';
import { readRun } from '../results/read-run.js';
import { checkSystems } from './check-systems.js';
import { print } from './print-table.js';
import { warnAltered } from './warn-altered.js';

export interface CompareFlags {
  readonly models?: readonly string[];
  readonly json?: boolean;
}

/** `falsematch compare`: prints the paired differences of two runs, or of the systems of one. */
export async function compareCommand(first: string, second: string | undefined, flags: CompareFlags): Promise<void> {
  const run = await readRun(first);
  const other = second === undefined ? run : await readRun(second);
  checkSystems(flags.models, [run, other]);
  for (const [directory, { altered }] of [
    [first, run],
    [second ?? first, other],
  ] as const) {
    warnAltered(directory, altered);
  }
  const rows = comparePaired(run, other, flags.models);
  print(compareLines(rows), { asked: flags.json ?? false, value: rows });
}
