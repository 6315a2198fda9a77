import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

/** Without what is another at every look: free memory and disk, and the folder of the test. */
const steady = (text: string) => text.replace(/[\d.]+ [GM]B|\/tmp\S*/g, '');
const ESCAPE = '\u001b[';
const ROOT = join(import.meta.dirname, '..', '..');

describe.each([
  ['claims check', ['claims', 'check', 'field-trials'], '\u001b[31mCONTRADICTED\u001b[39m'],
  ['doctor', ['doctor'], '\u001b[32mok\u001b[39m'],
  ['models ls', ['models', 'ls'], '\u001b[1mmodel '],
  ['help', ['run', '--help'], '\u001b[1mOptions:\u001b[22m'],
])('%s', (_, args, coloured) => {
  const run = (env: Record<string, string>, more: string[] = []) =>
    cli([...args, ...more], { cwd: ROOT, env: { FALSEMATCH_HOME: temporaryFolder(), ...env } });

  it('has colours only where they are asked for: the output is no terminal', async () => {
    const bare = await run({});
    expect(`${bare.stdout}${bare.stderr}`).not.toContain(ESCAPE);
    const forced = await run({ FORCE_COLOR: '1' });
    expect(forced.stdout).toContain(coloured);
    // Without its colours it says the same.
    expect(steady(stripVTControlCharacters(forced.stdout))).toBe(steady(bare.stdout));
    const never = await run({ FORCE_COLOR: '1', NO_COLOR: '1' });
    expect(`${never.stdout}${never.stderr}`).not.toContain(ESCAPE);
  });

  it.skipIf(args.includes('--help'))('has none in JSON', async () => {
    const { stdout } = await run({ FORCE_COLOR: '1' }, ['--json']);
    expect(stdout).not.toContain(ESCAPE);
    expect(JSON.parse(stdout)).toBeTruthy();
  });
});
