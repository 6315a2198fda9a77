import { relative } from 'node:path';
import { FalsematchError } from '../files/errors.js';
import { runSuite } from '../report/run-suite.js';
import { summaryLines } from '../report/summary.js';
import { wrap } from '../report/wrap.js';
import { abortOnInterrupt } from './interrupt.js';
import type { PlaceOptions } from './options.js';
import { parseData } from './parse-data.js';
import { headingFirst, print } from './print-table.js';
import { showProgress } from './progress.js';

export interface RunCommandFlags extends PlaceOptions {
  readonly out?: string;
  readonly workers?: number;
  readonly device?: readonly string[];
  readonly seed?: number;
  readonly data?: readonly string[];
  readonly models?: readonly string[];
  readonly with?: readonly string[];
  readonly conditions?: readonly string[];
  readonly strict?: boolean;
}

/** `falsematch run`: measures, then prints the summary and where the run directory is. */
export async function runCommand(suite: string, flags: RunCommandFlags): Promise<void> {
  const progress = showProgress(flags.quiet ?? false);
  const interrupt = abortOnInterrupt();
  const { data, json: _, quiet: __, ...options } = flags;
  try {
    const run = await runSuite({
      suite,
      ...options,
      ...(data ? { data: parseData(data) } : {}),
      signal: interrupt.signal,
      onEvent: progress.onEvent,
    });
    progress.end();
    const { directory, digest, rows, record, timings } = run;
    const pictures = `${timings.extracted} pictures extracted, ${timings.cached} from the cache`;
    const lines = [
      ...summaryLines(run),
      ...wrap(`${pictures}, ${timings.seconds.toFixed(1)} s with ${timings.workers} workers.`),
      ...wrap(
        `Run ${digest.slice(0, 12)} is in ${relative('.', directory) || '.'}; read report.html or report.md there.`,
      ),
    ];
    print(
      lines,
      { asked: flags.json ?? false, value: { directory, digest, notMeasured: record.notMeasured, rows } },
      headingFirst,
    );
  } catch (thrown) {
    if (thrown instanceof FalsematchError && thrown.kind === 'interrupted') {
      throw new FalsematchError(
        'Interrupted. What was finished is kept: run the same command again to go on from there.',
        {
          kind: 'interrupted',
          cause: thrown,
        },
      );
    }
    throw thrown;
  } finally {
    progress.end();
    interrupt.stop();
  }
}
