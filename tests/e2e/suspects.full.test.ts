import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { suspectsOfRun } from '../../src/results/suspects.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { peopleRun } from '../support/people.js';
import { writeRun } from '../support/run-folder.js';

const run = peopleRun();
const folder = writeRun(run);
const suspects = (...args: string[]) => cli(['suspects', folder, ...args], { cwd: temporaryFolder() });

describe('falsematch suspects', () => {
  it('lists 20 of either kind for every system, names and scores, no pictures', async () => {
    const { code, stdout, stderr } = await suspects();
    expect([code, stderr]).toEqual([0, '']);
    expect(
      stdout.split('\n').filter((line) => /^ {2}-?\d\S* +p\d\d\/\d\.jpg {2}p\d\d\/\d\.jpg$/.test(line)),
    ).toHaveLength(80);
    expect(stdout.split('\n').filter((line) => line.startsWith('people, '))).toEqual([
      'people, good: highest non-mated scores',
      'people, good: lowest mated scores',
      'people, bad: highest non-mated scores',
      'people, bad: lowest mated scores',
    ]);
  });

  it('--top and --models say how many, and of whom', async () => {
    const { code, stdout } = await suspects('--top', '1', '--models', 'bad');
    const [bad] = suspectsOfRun(run, 1, ['bad']);
    const [high, low] = [bad?.highestNonMated[0], bad?.lowestMated[0]];
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toMatch(/^ {2}at FMR 1e-1: \d+ misses of \d+ people, half of them of \d+$/);
    expect(lines[1]?.split(/ +/).slice(2)).toEqual([high?.a, high?.b]);
    expect(lines[3]?.split(/ +/).slice(2)).toEqual([low?.a, low?.b]);
    expect(Math.fround(Number(lines[1]?.split(/ +/)[1]))).toBe(high?.score);
  });

  it('--json gives the lists', async () => {
    const { stdout } = await suspects('--json', '--top', '3');
    expect(JSON.parse(stdout)).toEqual(suspectsOfRun(run, 3));
  });

  it.each([
    [['--models', 'goood'], 'There is no system of this run named "goood"; did you mean "good"?'],
    [['--top', 'many'], 'Expected a whole number.'],
    [['--top', '-1'], 'Expected a whole number.'],
  ])('refuses %j, exit 2', async (args, message) => {
    const { code, stdout, stderr } = await suspects(...args);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('warns of tables that were changed since the run', async () => {
    const edited = writeRun(run);
    appendFileSync(join(edited, 'metrics.csv'), 'x\n');
    const { code, stderr } = await cli(['suspects', edited, '--top', '1'], { cwd: temporaryFolder() });
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^Warning: metrics\.csv changed since the run; see "falsematch verify/),
    ]);
  });

  it('refuses a folder that is no run', async () => {
    const cwd = temporaryFolder();
    expect(await cli(['suspects', cwd], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not a complete run directory: it has no run.json'),
    });
  });
});
