import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256Of } from '../../src/files/digest.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';

const mirror = mirrorFile('face-research-lab-london-320.tgz') ? process.env.FALSEMATCH_MIRROR : undefined;
const folder = temporaryFolder();
const env = { FALSEMATCH_HOME: join(folder, 'home'), FALSEMATCH_MIRROR: mirror ?? '' };
const TABLE = 'scores/all-pairs/subjects.csv';

it.skipIf(!mirror)('a run by groups carries what it says of the subjects, and verify reads it', async () => {
  const run = ['run', 'london', '--models', 'mobilefacenet-y1', '--offline', '--out', 'run'];
  expect((await cli(run, { cwd: folder, env })).code).toBe(0);
  const recordPath = join(folder, 'run/run.json');
  const record = JSON.parse(readFileSync(recordPath, 'utf8')) as RunRecord;
  expect(record.tasks[0]).toMatchObject({
    comparisons: 20_706,
    groups: [['gender'], ['ethnicity'], ['gender', 'ethnicity']],
  });
  const table = readFileSync(join(folder, 'run', TABLE), 'utf8');
  const lines = table.trimEnd().split('\n');
  expect(lines).toHaveLength(103);
  expect(lines.slice(0, 3)).toEqual(['subject,gender,ethnicity', '001,female,white', '002,female,white']);
  expect(lines.filter((line) => line.endsWith(',female,black'))).toHaveLength(5);
  expect((await cli(['verify', 'run'], { cwd: folder, env })).code).toBe(0);

  const changed = table.replace('001,female,white\n', '');
  writeFileSync(join(folder, 'run', TABLE), changed);
  const altered = await cli(['verify', 'run'], { cwd: folder, env });
  expect([altered.code, altered.stdout + altered.stderr]).toEqual([4, expect.stringContaining(TABLE)]);
  const forged = readFileSync(recordPath, 'utf8').replace(sha256Of(table), sha256Of(changed));
  writeFileSync(recordPath, forged);
  const { code, stdout, stderr } = await cli(['verify', 'run'], { cwd: folder, env });
  expect(code).toBe(4);
  expect(stdout + stderr).toContain('1 subjects of the comparisons are not in the table of subjects');
});
