import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

const NAMES = 'Node.js processor memory disk onnxruntime sharp ffmpeg npm cache mirror'.split(' ');

it('tells what is there, makes nothing, and exits 0 where nothing fails', async () => {
  const home = join(temporaryFolder(), 'home');
  const { code, stdout, stderr } = await cli(['doctor', '--home', home]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout.match(/^(?:ok|warning) +\S+/gm)?.map((line) => line.split(/ +/)[1])).toEqual(NAMES);
  expect(existsSync(home)).toBe(false);
});

it('a warning is no failure; a failure exits 2 and says how to mend it', async () => {
  const home = temporaryFolder();
  const env = { FALSEMATCH_HOME: home, FALSEMATCH_FFMPEG: join(home, 'no-ffmpeg') };
  const warned = await cli(['doctor'], { env });
  expect([warned.code, warned.stdout]).toEqual([0, expect.stringMatching(/^warning {2}ffmpeg/m)]);
  const { code, stdout, stderr } = await cli(['doctor', '--mirror', join(home, 'none'), '--json'], { env });
  expect(code).toBe(2);
  expect(stderr).toBe('One check fails: mirror; mend what is said to mend, then run "falsematch doctor" again.\n');
  const { state, checks } = JSON.parse(stdout) as { state: string; checks: { name: string; state: string }[] };
  expect([state, checks.map(({ name }) => name)]).toEqual(['failure', NAMES]);
  expect(checks.at(-1)).toMatchObject({ state: 'failure', mend: expect.stringContaining('--mirror') });
});
