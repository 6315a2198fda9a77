import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError } from '../files/errors.js';
import { readRun } from '../results/read-run.js';
import { packagedVerdicts } from './claims/run-verdicts.js';
import { reportFiles } from './report-files.js';

/**
 * Writes the reports and figures of a run into its directory anew, as this version makes them; what was measured stays as
 * it is. Throws when the directory is no run, and when it was changed since it was made: such a run is not to be made to
 * look like one.
 */
export async function rewriteReports(directory: string): Promise<{ readonly reports: number }> {
  const run = await readRun(directory);
  if (run.altered.length > 0) {
    throw new FalsematchError(
      `${directory} is not the run as it was measured, ${run.altered.join(', ')} changed; fetch it again from where it was published.`,
      { kind: 'verification' },
    );
  }
  const files = reportFiles({ ...run, verdicts: await packagedVerdicts(run) });
  // Figures of another version would be taken for this one's.
  await rm(join(directory, 'figures'), { recursive: true, force: true });
  for (const [path, text] of files) await writeFileAtomic(join(directory, ...path.split('/')), text);
  return { reports: files.size };
}
