import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ReadRun, readRun } from '../../src/results/read-run.js';
import { cli } from './cli.js';
import { runBytes } from './run-bytes.js';

export interface TwiceOptions {
  /** Where NAME.yaml is, and runs are written. */
  readonly folder: string;
  readonly home: string;
  readonly mirror: string | undefined;
  /** What else is in the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A run as it is read, with what it printed and the bytes of its files. */
export type RunTwice = ReadRun & { readonly stdout: string; readonly bytes: Readonly<Record<string, string>> };

/** Runs a suite with one worker and with two, each from nothing: both must write the same bytes, and verify. */
export async function runTwice(
  name: string,
  { folder, home, mirror = '', env: others = {} }: TwiceOptions,
): Promise<RunTwice> {
  const env = { ...others, FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: mirror };
  let stdout = '';
  for (const workers of ['1', '2']) {
    rmSync(join(home, 'templates'), { recursive: true, force: true });
    const args = ['run', `${name}.yaml`, '--offline', '--out', `${name}-${workers}`, '--workers', workers];
    const run = await cli(args, { cwd: folder, env });
    expect([run.code, run.code === 0 ? '' : run.stderr]).toEqual([0, '']);
    stdout = run.stdout;
  }
  const bytes = runBytes(join(folder, `${name}-2`));
  expect(bytes).toEqual(runBytes(join(folder, `${name}-1`)));
  const verified = await cli(['verify', `${name}-2`], { cwd: folder });
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('Verified') });
  return { ...(await readRun(join(folder, `${name}-2`))), stdout, bytes };
}
