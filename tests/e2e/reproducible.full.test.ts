import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { runBytes, templateBytes } from '../support/run-bytes.js';

const london = mirrorFile('face-research-lab-london-320.tgz');
const folder = temporaryFolder();
const home = join(folder, 'home');
const env = { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
const RUN = [
  'run',
  'own',
  '--data',
  'pictures=face-research-lab-london-320',
  '--models',
  'mobilefacenet-y1',
  '--offline',
];

/** Runs with no template in the cache, and sends `signal` once some have been written. */
async function interrupted(signal: NodeJS.Signals, out: string) {
  rmSync(join(home, 'templates'), { recursive: true, force: true });
  let timer: NodeJS.Timeout | undefined;
  const result = await cli([...RUN, '--out', out], {
    cwd: folder,
    env,
    onStderr: (_, kill) => {
      timer ??= setInterval(() => {
        if (templateBytes(home) === 0) return;
        clearInterval(timer);
        kill(signal);
      }, 5);
    },
  });
  clearInterval(timer);
  return result;
}

beforeAll(async () => {
  if (!london) return;
  expect(await cli([...RUN, '--out', 'two', '--workers', '2'], { cwd: folder, env })).toMatchObject({ code: 0 });
});

it.skipIf(!london)('one worker and two write the same bytes', async () => {
  rmSync(join(home, 'templates'), { recursive: true });
  const { code, stdout } = await cli([...RUN, '--out', 'one', '--workers', '1'], { cwd: folder, env });
  expect(code).toBe(0);
  expect(stdout).toContain('204 pictures extracted, 0 from the cache');
  expect(runBytes(join(folder, 'one'))).toEqual(runBytes(join(folder, 'two')));
});

it.skipIf(!london)('a run from the cache does no inference and writes the same bytes', async () => {
  const { stdout } = await cli([...RUN, '--out', 'cached'], { cwd: folder, env });
  expect(stdout).toContain('0 pictures extracted, 204 from the cache');
  expect(runBytes(join(folder, 'cached'))).toEqual(runBytes(join(folder, 'two')));
});

it.skipIf(!london)(
  'killed with SIGKILL and started again, it goes on from there and writes the same bytes',
  async () => {
    expect(await interrupted('SIGKILL', 'killed')).toMatchObject({ signal: 'SIGKILL' });
    const { code, stdout } = await cli([...RUN, '--out', 'killed'], { cwd: folder, env });
    expect(code).toBe(0);
    expect(Number(/(\d+) from the cache/.exec(stdout)?.[1])).toBeGreaterThanOrEqual(8);
    expect(runBytes(join(folder, 'killed'))).toEqual(runBytes(join(folder, 'two')));
  },
);

it.skipIf(!london)('interrupted, it exits 130, says how to go on, and writes the same bytes then', async () => {
  const { code, stderr, stdout } = await interrupted('SIGINT', 'stopped');
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toContain('run the same command again to go on');
  const again = await cli([...RUN, '--out', 'stopped'], { cwd: folder, env });
  expect(again.stdout).not.toContain(' 0 from the cache');
  expect(runBytes(join(folder, 'stopped'))).toEqual(runBytes(join(folder, 'two')));
});
