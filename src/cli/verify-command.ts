import { FalsematchError } from '../files/errors.js';
import { verifyRun } from '../report/verify-run.js';
import { movedCounts } from '../results/compare-counts.js';
import { otherMeasurements } from '../results/compare-runs.js';
import { readRun } from '../results/read-run.js';
import { colourWords, type Words } from './colour.js';
import { print } from './print-table.js';

export interface VerifyFlags {
  readonly against?: string;
  readonly tolerance: number;
  readonly json?: boolean;
}

const WORDS: Words = [
  [/^(?:Verified|Reproduced)(?=: )/, 'good'],
  [/^Not checked(?=: )/, 'doubtful'],
];

/** How many differences are printed before the rest is only counted. */
const SHOWN = 20;

/** `falsematch verify`: prints what differs; throws `verification` when anything does. */
export async function verifyCommand(directory: string, flags: VerifyFlags): Promise<void> {
  const { digest, figures, altered, wrong, unchecked } = await verifyRun(directory);
  const against = flags.against === undefined ? [] : await differencesFrom(directory, flags.against, flags.tolerance);
  const problems = [
    ...altered.map((path) => `${path}: changed since the run, or not part of it`),
    ...wrong,
    ...against,
  ];
  const lines = problems.slice(0, SHOWN);
  if (problems.length > SHOWN) lines.push(`... and ${problems.length - SHOWN} more`);
  lines.push(...unchecked.map((what) => `Not checked: ${what}.`));
  if (problems.length === 0) lines.push(...verified(digest, figures, flags));
  print(lines, { asked: flags.json ?? false, value: { digest, figures, altered, wrong, unchecked, against } }, (line) =>
    colourWords(line, WORDS),
  );
  if (problems.length > 0) {
    throw new FalsematchError(
      `The run in ${directory} is not ${against.length === problems.length ? 'a reproduction' : 'verified'}: ${problems.length} ${problems.length === 1 ? 'difference' : 'differences'}; measure again, or fetch it again from where it was published.`,
      { kind: 'verification' },
    );
  }
}

function verified(digest: string, figures: number, { against, tolerance }: VerifyFlags): string[] {
  const lines = [
    `Verified: ${figures} figures and the reports follow from the stored scores. That this is the run that`,
    `somebody published, only its digest tells: ${digest}`,
  ];
  if (against) {
    lines.push(`Reproduced: every count of the systems that both measured is within ${tolerance} of ${against}.`);
  }
  return lines;
}

/** What keeps a run from being a reproduction of another: another measurement, or counts beyond the tolerance. */
async function differencesFrom(directory: string, other: string, tolerance: number): Promise<string[]> {
  const [ours, theirs] = await Promise.all([readRun(directory), readRun(other)]);
  const moved = movedCounts(ours.rows, theirs.rows).filter(({ by }) => by === null || by > tolerance);
  return [
    ...theirs.altered.map((path) => `${other}/${path}: changed since that run`),
    ...otherMeasurements(ours.record, theirs.record),
    ...moved.map(({ figure, explanation }) => `${figure}: ${explanation}`),
  ];
}
