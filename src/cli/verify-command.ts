import { FalsematchError } from '../files/errors.js';
import { movedCounts } from '../results/compare-counts.js';
import { readRun } from '../results/read-run.js';
import { verifyRun } from '../results/verify-run.js';
import { print } from './print-table.js';

export interface VerifyFlags {
  readonly against?: string;
  readonly tolerance: number;
  readonly json?: boolean;
}

/** How many differences are printed before the rest is only counted. */
const SHOWN = 20;

/** `falsematch verify`: prints what differs; throws `verification` when anything does. */
export async function verifyCommand(directory: string, flags: VerifyFlags): Promise<void> {
  const { digest, figures, altered, wrong } = await verifyRun(directory);
  const moved = flags.against ? await movedBeyond(directory, flags.against, flags.tolerance) : [];
  const problems = [
    ...altered.map((path) => `${path}: not the bytes that run.json names`),
    ...wrong,
    ...moved.map(({ figure, explanation }) => `${figure}: ${explanation}`),
  ];
  const name = digest.slice(0, 12);
  const lines = problems.slice(0, SHOWN);
  if (problems.length > SHOWN) lines.push(`... and ${problems.length - SHOWN} more`);
  if (problems.length === 0) lines.push(...verified(name, figures, flags));
  print(lines, { asked: flags.json ?? false, value: { digest, figures, altered, wrong, moved } });
  if (problems.length > 0) {
    throw new FalsematchError(
      `Run ${name} in ${directory} is not verified: ${problems.length} ${problems.length === 1 ? 'difference' : 'differences'}; measure again, or fetch it again from where it was published.`,
      { kind: 'verification' },
    );
  }
}

function verified(name: string, figures: number, { against, tolerance }: VerifyFlags): string[] {
  const lines = [`Run ${name} is verified: ${figures} figures follow from the stored scores.`];
  if (against) lines.push(`Reproduced: every count is within ${tolerance} comparisons of ${against}.`);
  return lines;
}

async function movedBeyond(
  directory: string,
  other: string,
  tolerance: number,
): Promise<ReturnType<typeof movedCounts>> {
  const [ours, theirs] = await Promise.all([readRun(directory), readRun(other)]);
  return movedCounts(ours.rows, theirs.rows).filter(({ by }) => by === null || by > tolerance);
}
