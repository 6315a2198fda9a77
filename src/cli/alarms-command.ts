import { alarmFacts } from '../deployment/alarm-facts.js';
import { type MeasuredRates, ratesOfRun } from '../deployment/rates-of-run.js';
import type { GivenNumber } from '../deployment/uncertain.js';
import { FalsematchError } from '../files/errors.js';
import { alarmLines } from '../report/alarm-lines.js';
import { readRun } from '../results/read-run.js';
import { print } from './print-table.js';
import { readCount } from './read-numbers.js';
import { readExact, readUncertain } from './read-uncertain.js';
import { warnAltered } from './warn-altered.js';

export interface AlarmsFlags {
  readonly cameras: string;
  readonly faces?: string;
  readonly plates?: string;
  readonly listed: string;
  readonly fpir?: string;
  readonly tpir?: string;
  readonly run?: string;
  readonly task?: string;
  readonly model?: string;
  readonly at?: string;
  readonly listSize?: string;
  readonly searchesPerPassage?: string;
  readonly hours?: string;
  readonly operators?: string;
  readonly passes?: string;
  readonly ppv?: string;
  readonly budget?: string;
  readonly json?: boolean;
}

/** `falsematch deployment alarms`: prints the false and true alarms that cameras with a watch-list have to expect. */
export async function alarmsCommand(flags: AlarmsFlags): Promise<void> {
  const passages = passagesOf(flags);
  const listSize = countOf(flags.listSize, '--list-size');
  const measured = await measuredRates(flags, listSize);
  const facts = alarmFacts({
    cameras: readCount(flags.cameras, '--cameras'),
    ...passages,
    listed: readUncertain(flags.listed, '--listed'),
    ...(measured ? { fpir: measured.fpir, tpir: measured.tpir, measuredListSize: measured.listSize } : typed(flags)),
    listSize,
    searchesPerPassage: countOf(flags.searchesPerPassage, '--searches-per-passage'),
    hours: exactOf(flags.hours, '--hours'),
    operators: countOf(flags.operators, '--operators'),
    passes: countOf(flags.passes, '--passes'),
    ppv: exactOf(flags.ppv, '--ppv'),
    budget: exactOf(flags.budget, '--budget'),
  });
  print(alarmLines(facts, measured), { asked: flags.json ?? false, value: { ...facts, measured: measured ?? null } });
}

const countOf = (text: string | undefined, what: string) => (text === undefined ? undefined : readCount(text, what));
const exactOf = (text: string | undefined, what: string) => (text === undefined ? undefined : readExact(text, what));

function passagesOf({ faces, plates }: AlarmsFlags): { of: 'faces' | 'plates'; passagesPerCamera: GivenNumber } {
  if (faces !== undefined && plates !== undefined) {
    throw new FalsematchError('Give --faces or --plates, not both: they have error rates of their own.');
  }
  if (faces !== undefined) return { of: 'faces', passagesPerCamera: readUncertain(faces, '--faces') };
  if (plates !== undefined) return { of: 'plates', passagesPerCamera: readUncertain(plates, '--plates') };
  throw new FalsematchError('How much passes a camera in a day is missing; add --faces 5000, or --plates 5000.');
}

function typed({ fpir, tpir }: AlarmsFlags): { fpir: GivenNumber; tpir: GivenNumber } {
  if (fpir === undefined || tpir === undefined) {
    const missing = fpir === undefined ? (tpir === undefined ? '--fpir and --tpir are' : '--fpir is') : '--tpir is';
    throw new FalsematchError(`${missing} missing; type the rate, or take both from a run directory by --run.`);
  }
  return { fpir: readUncertain(fpir, '--fpir'), tpir: readUncertain(tpir, '--tpir') };
}

async function measuredRates(flags: AlarmsFlags, listSize: number | undefined): Promise<MeasuredRates | undefined> {
  const { run: directory, task, model, at, fpir, tpir, searchesPerPassage } = flags;
  if (directory === undefined) {
    const lone = Object.entries({ task, model, at }).find(([, text]) => text !== undefined)?.[0];
    if (lone) throw new FalsematchError(`--${lone} chooses among the figures of a run, which is missing; add --run.`);
    return undefined;
  }
  if (fpir !== undefined || tpir !== undefined) {
    throw new FalsematchError('--run brings FPIR and TPIR along; leave out --fpir and --tpir, or leave out --run.');
  }
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  const measured = ratesOfRun(run, { task, model, at, listSize });
  if (measured.task.search.per !== 'sample' && searchesPerPassage !== undefined) {
    throw new FalsematchError(
      `In the task "${measured.task.id}" one search is of all pictures of a passage already; leave out --searches-per-passage.`,
    );
  }
  return measured;
}
