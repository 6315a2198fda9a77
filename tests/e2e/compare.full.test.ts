import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PairedRow } from '../../src/results/compare-paired.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { peopleRun, peopleTables, peopleTask } from '../support/people.js';
import { runOf } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const cwd = temporaryFolder();
const first = writeRun(peopleRun());
const again = writeRun(peopleRun());
const one = (name: string, task = peopleTask()) =>
  writeRun(
    runOf(new Map([['people', { systems: new Map([[name, peopleTables({ seed: 2, apart: 2 })]]) }]]), {
      tasks: [task],
      systems: [name],
    }),
  );
const compare = (...args: string[]) => cli(['compare', ...args], { cwd });

describe('falsematch compare', () => {
  it('of one run compares its systems, within 80 columns', async () => {
    const { code, stdout, stderr } = await compare(first);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('people, made-up: good (A) against bad (B)');
    expect(lines[1]).toBe('  missed (FNMR) at FMR 1e-1: A 6.94%, B 31.9% of 72 (24 subjects)');
    expect(lines[2]).toMatch(/^ {4}difference \+25 points \[.*\], p 0\.0\d+$/);
    expect(lines[4]).toContain('McNemar 2 wrong in A alone, 20 in B alone, p 1.2e-4');
    expect(lines[5]).toMatch(/^ {2}accuracy, mean of folds: A 0\.9455, B 0\.8451 of 348 \(24 subjects\)$/);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain('corrected for all 2 tests (Holm)');
  });

  it('of two runs compares each system with itself: no difference in the same run', async () => {
    const { code, stdout } = await compare(first, again);
    expect(code).toBe(0);
    expect(stdout).toContain('people, made-up: good, first run (A) against second run (B)');
    expect(stdout).toContain('people, made-up: bad, first run (A) against second run (B)');
    expect(stdout.match(/difference 0 points \[.*\], p 1\n {4}(no difference shown|not resolved)/g)).toHaveLength(4);
    expect(await compare(first, first)).toMatchObject({ code: 0, stdout });
  });

  it('of two runs without a common system compares each with each, and --models takes some of them', async () => {
    const { code, stdout } = await compare(first, one('third'), '--models', 'good', 'third');
    expect(code).toBe(0);
    expect(stdout.match(/\(A\) against/g)).toHaveLength(1);
    expect(stdout).toContain('people, made-up: good (A) against third (B)');
  });

  it('--json gives the rows', async () => {
    const { code, stdout } = await compare(first, '--json');
    expect(code).toBe(0);
    const rows = JSON.parse(stdout) as PairedRow[];
    expect(rows).toMatchObject([
      { task: 'people', firstSystem: 'good', secondSystem: 'bad', metric: 'FNMR@FMR', at: '1e-1', trials: 72 },
      { task: 'people', firstSystem: 'good', secondSystem: 'bad', metric: 'accuracy-10fold', at: null, trials: 348 },
    ]);
    for (const row of rows) {
      expect(row.difference).toBe(row.second - row.first);
      expect(row.adjustedPValue).toBeGreaterThanOrEqual(row.pValue);
    }
  });

  it.each([
    ['another measurement', () => [first, one('good', peopleTask({ at: ['1e-2'] }))], 'is not the same measurement'],
    [
      'a system that is not there',
      () => [first, '--models', 'goood'],
      'There is no system of these runs named "goood"; did you mean "good"?',
    ],
    ['one system alone', () => [first, '--models', 'good'], 'There is nothing to compare between made-up and made-up'],
    ['a folder that is no run', () => [first, cwd], 'is not a complete run directory'],
  ])('refuses %s in one sentence, exit 2', async (_, args, message) => {
    const { code, stdout, stderr } = await compare(...args());
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('warns of tables that were changed since the run', async () => {
    const changed = writeRun(peopleRun());
    appendFileSync(join(changed, 'metrics.csv'), '\n');
    const { code, stderr } = await compare(changed);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^Warning: metrics\.csv changed since the run; see "falsematch verify/),
    ]);
  });
});
