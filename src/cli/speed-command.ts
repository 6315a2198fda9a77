import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { newFile } from '../files/write-new-file.js';
import { speedLines } from '../report/speed/speed-lines.js';
import { measureSpeed } from '../speed/measure-speed.js';
import type { SpeedOptions } from '../speed/speed-options.js';
import { abortOnInterrupt } from './interrupt.js';
import type { PlaceOptions } from './options.js';
import { parseData } from './parse-data.js';
import { headingFirst, print } from './print-table.js';
import { showProgress } from './progress.js';

export interface SpeedFlags
  extends PlaceOptions,
    Pick<SpeedOptions, 'models' | 'device' | 'of' | 'condition' | 'pictures' | 'rounds' | 'workers'> {
  readonly data?: readonly string[];
  readonly out?: string;
}

/** `falsematch speed`: measures, prints the tables, and writes the result where asked to. */
export async function speedCommand(suite: string, flags: SpeedFlags): Promise<void> {
  const { data, out, json, quiet, ...options } = flags;
  const file = out === undefined ? undefined : await newFile(out);
  const progress = showProgress(quiet ?? false);
  const interrupt = abortOnInterrupt();
  try {
    const report = await measureSpeed({
      suite,
      ...options,
      ...(data ? { data: parseData(data) } : {}),
      signal: interrupt.signal,
      onEvent: progress.onEvent,
    });
    progress.end();
    print(speedLines(report), { asked: json ?? false, value: report }, headingFirst);
    if (file) {
      await file.write(canonicalJson(report));
      if (!quiet) process.stderr.write(`Wrote ${out}\n`);
    }
  } catch (thrown) {
    if (thrown instanceof FalsematchError && thrown.kind === 'interrupted') {
      throw new FalsematchError('Interrupted. Nothing of it is kept: half a measurement of speed is none.', {
        kind: 'interrupted',
        cause: thrown,
      });
    }
    throw thrown;
  } finally {
    progress.end();
    interrupt.stop();
  }
}
