import { basename } from 'node:path';
import { checkClaims } from '../../claims/check-claims.js';
import type { CheckedClaims } from '../../claims/claim-result.js';
import { claimFileNames, type ReadClaims, readClaims } from '../../claims/read-claims.js';
import { FalsematchError } from '../../files/errors.js';
import type { Run } from '../../results/run-files.js';

/** What verdicts in a run's report are about, which is easily taken for something else. */
export const HOW_MEANT =
  'A verdict is on a statement as it was taken for the test, by whoever wrote the claim file, and is decided by the open models of this run under the conditions that are named. It is none on a system that its vendor has not let anybody test.';

/** Why ends of these intervals are not those of the tables. */
export const LIMITS =
  'The limits that decide are one-sided and stricter than 95% each, since several tests are looked at, and the best of several models.';

/** What a claim file comes to, held against one run, or why it cannot be held against it. */
export type RunVerdicts =
  | { readonly file: string; readonly checked: CheckedClaims }
  | { readonly file: string; readonly problem: string };

/**
 * The claim files of the package whose suite is the run's, held against the run. A run's own reports show these: they
 * follow from the run and the version alone, so no clock is asked whether tests were fixed before.
 */
export async function packagedVerdicts(run: Run): Promise<RunVerdicts[]> {
  return (await packagedClaims(run)).map((claims) => verdictsOf(run, claims));
}

/** The claim files of the package whose suite is the run's. */
export async function packagedClaims({ record }: Pick<Run, 'record'>): Promise<ReadClaims[]> {
  const files = await Promise.all((await claimFileNames()).map(readClaims));
  return files.filter(({ file }) => file.suite === record.suite.name);
}

/** One claim file held against a run, whatever suite it names. */
export function verdictsOf(run: Run, claims: ReadClaims): RunVerdicts {
  // Where the file lies on this machine is nobody's business.
  const file = basename(claims.path);
  const named: ReadClaims = {
    ...claims,
    path: file,
    placeOf: (claim, ...field) => claims.placeOf(claim, ...field).replaceAll(claims.path, () => file),
  };
  try {
    return {
      file,
      checked: checkClaims(named, { run: { read: { ...run, files: new Map(), altered: [] }, started: null } }),
    };
  } catch (thrown) {
    if (!(thrown instanceof FalsematchError)) throw thrown;
    return { file, problem: thrown.message };
  }
}
