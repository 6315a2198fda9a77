import { diagnose } from '../doctor/diagnose.js';
import { FalsematchError } from '../files/errors.js';
import { doctorLines } from '../report/doctor-lines.js';
import { colourWords, type Words } from './colour.js';
import { print } from './print-table.js';

export interface DoctorFlags {
  readonly home?: string;
  readonly mirror?: string;
  readonly json?: boolean;
}

const WORDS: Words = [
  [/^ok(?= )/, 'good'],
  [/^warning(?= )/, 'doubtful'],
  [/^failure(?= )/, 'bad'],
];

/** `falsematch doctor`: prints what was found; throws when something essential fails. */
export async function doctorCommand(flags: DoctorFlags): Promise<void> {
  const diagnosis = await diagnose({ home: flags.home, mirror: flags.mirror });
  print(doctorLines(diagnosis), { asked: flags.json ?? false, value: diagnosis }, (line) => colourWords(line, WORDS));
  const failed = diagnosis.checks.filter(({ state }) => state === 'failure').map(({ name }) => name);
  if (failed.length === 0) return;
  throw new FalsematchError(
    `${failed.length === 1 ? 'One check fails' : `${failed.length} checks fail`}: ${failed.join(', ')}; mend what is said to mend, then run "falsematch doctor" again.`,
  );
}
