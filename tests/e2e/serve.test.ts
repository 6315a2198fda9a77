import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../serve/ask.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { madeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const cwd = temporaryFolder();
cpSync(writeRun(madeUpRun()), join(cwd, 'runs', 'mine'), { recursive: true });

it.each(['SIGINT', 'SIGTERM'] as const)('falsematch serve shows ./runs until %s, and ends with 0', async (signal) => {
  let asked: Promise<unknown> | undefined;
  const { code, stdout, stderr } = await cli(['serve', '--port', '4319'], {
    cwd,
    onStderr: (_, kill) => {
      asked ??= ask('http://127.0.0.1:4319/', '/mine/report.html').finally(() => kill(signal));
    },
  });
  expect(await asked).toMatchObject({ status: 200, body: expect.stringContaining('Made-up suite') });
  expect([code, stdout]).toEqual([0, 'http://127.0.0.1:4319/\n']);
  expect(stderr).toBe('Showing the runs in runs, read only, on this machine only. Ctrl-C ends it.\n');
});

it.each([
  [['serve', 'nothing'], 'Cannot serve nothing: there is no such folder'],
  [['serve', '--port', '70000'], '--port must be a whole number from 0 to 65535'],
])('refuses %j in one sentence, exit 2', async (args, message) => {
  const { code, stdout, stderr } = await cli(args, { cwd });
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toContain(message);
});

it('has two examples and says how it ends', async () => {
  const { stdout } = await cli(['serve', '--help']);
  expect(stdout.split('Examples:')[1]?.match(/^ {2}falsematch /gm)).toHaveLength(2);
  expect(stdout).toContain('exit code 0');
});
