import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { runBytes } from '../support/run-bytes.js';

const plates = mirrorFile('openalpr-endtoend-eu-us.tgz');
const folder = temporaryFolder();
const home = join(folder, 'home');
const env = { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
const RUN = ['run', 'plates', '--models', 'y5fu-320_cct-xs', '--offline'];

beforeAll(async () => {
  if (!plates) return;
  expect(await cli([...RUN, '--out', 'two', '--workers', '2'], { cwd: folder, env })).toMatchObject({ code: 0 });
});

it.skipIf(!plates)('one worker and two write the same bytes', async () => {
  rmSync(join(home, 'templates'), { recursive: true });
  const { code, stdout } = await cli([...RUN, '--out', 'one', '--workers', '1'], { cwd: folder, env });
  expect(code).toBe(0);
  expect(stdout).toContain('638 pictures extracted, 0 from the cache');
  expect(runBytes(join(folder, 'one'))).toEqual(runBytes(join(folder, 'two')));
});

it.skipIf(!plates)('the published run is reproduced', async () => {
  const published = join(import.meta.dirname, '../../results/plates');
  // Another processor may tip a reading or two.
  const against = await cli(['verify', 'two', '--against', published, '--tolerance', '3'], { cwd: folder });
  expect(against).toMatchObject({ code: 0 });
});
