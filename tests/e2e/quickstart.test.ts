import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { npmFile } from '../support/npm-file.js';
import { runBytes } from '../support/run-bytes.js';

const photo = npmFile('sample1.jpg');
const mirror = process.env.FALSEMATCH_NPM_FILES ?? '';

const folder = temporaryFolder();
const env = { FALSEMATCH_HOME: join(folder, 'home'), FALSEMATCH_MIRROR: mirror };

it.skipIf(!photo)('quickstart finds the 22 faces of the six photos, and its run verifies', async () => {
  const first = await cli(['run', 'quickstart', '--models', 'faceplugin-feature', '--offline', '--out', 'first'], {
    cwd: folder,
    env,
  });
  expect(first.stderr).not.toContain('Warning');
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/false matches, target 1e-1 .* of 31/);
  expect(first.stdout).toMatch(/missed \(FNMR\), FMR 1e-1 .* of 22/);
  expect(first.stdout).toContain('12 pictures extracted, 6 from the cache');
  expect(first.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const samples = readFileSync(join(folder, 'first/scores/co-occurrence/faceplugin-feature/samples.csv'), 'utf8');
  expect(
    samples
      .trim()
      .split('\n')
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(',')[2]), 0),
  ).toBe(22);

  const again = await cli(
    ['run', 'quickstart', '--models', 'faceplugin-feature', '--offline', '--out', 'again', '--workers', '1', '--json'],
    {
      cwd: folder,
      env,
    },
  );
  expect(again.code).toBe(0);
  expect(JSON.parse(again.stdout)).toMatchObject({ notMeasured: [] });
  expect(runBytes(join(folder, 'again'))).toEqual(runBytes(join(folder, 'first')));
  expect(JSON.parse(readFileSync(join(folder, 'again/timings.json'), 'utf8'))).toMatchObject({
    extracted: 0,
    cached: 18,
  });

  const verified = await cli(['verify', 'first', '--against', 'again'], { cwd: folder });
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining('within 0 of again') });
  const report = await cli(['report', 'first', '--format', 'md'], { cwd: folder });
  expect(report.stdout).toBe(readFileSync(join(folder, 'first/report.md'), 'utf8'));
});

it.skipIf(!photo)('a run under its own name is left as it is when it is measured again', async () => {
  const runs = [
    await cli(['run', 'quickstart', '--models', 'faceplugin-feature', '--offline'], { cwd: folder, env }),
    await cli(['run', 'quickstart', '--models', 'faceplugin-feature', '--offline'], { cwd: folder, env }),
  ];
  const places = runs.map(({ stdout }) => /is in (runs\/quickstart-[0-9a-f]{12})/.exec(stdout)?.[1]);
  expect(places[0]).toBeDefined();
  expect(places[1]).toBe(places[0]);
});
