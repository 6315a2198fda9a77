import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { tested } from '../support/claims.js';
import { cli } from '../support/cli.js';
import { peopleRun } from '../support/people.js';
import { writeRun } from '../support/run-folder.js';

const cwd = temporaryFolder();
const run = writeRun(peopleRun());
const FTE = 'measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: 50%';
const file = (name: string, test: string) =>
  writeFileSync(join(cwd, name), `title: Mine\nsource: own\nclaims:\n  - ${tested('works', test)}\n`);
file('mine.yaml', FTE);
file('other.yaml', FTE.replace('made-up', 'absent'));
const report = (...args: string[]) => cli(['report', ...args], { cwd });

describe('falsematch report --claims', () => {
  it.each([
    ['html', '1 claim: 1 supported, of &quot;Mine&quot;'],
    ['md', '1 claim: 1 supported, of "Mine".'],
    ['junit', '<testsuite name="Mine" tests="1" failures="0" skipped="0">'],
  ])('as %s has the verdicts, and not where the file lies', async (format, text) => {
    const { code, stdout, stderr } = await report(run, '--claims', 'mine.yaml', '--format', format);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(text);
    expect(stdout).not.toContain(cwd);
  });

  it('says why a file cannot be held against the run', async () => {
    const { code, stdout } = await report(run, '--claims', 'mine.yaml', '--claims', 'other.yaml', '--format', 'html');
    expect(code).toBe(0);
    expect(stdout).toContain('1 claim: 1 supported, of &quot;Mine&quot;');
    expect(stdout).toContain('The claims of other.yaml cannot be held against this run');
  });

  it.each([
    [['--claims', 'absent.yaml', '--format', 'md'], 'absent'],
    [['--claims', 'mine.yaml', '--format', 'csv'], '--claims'],
    [['--claims', 'mine.yaml', '--format', 'json'], '--claims'],
    [['--claims', 'mine.yaml'], '--claims'],
    [['--claims', 'mine.yaml', '--compare', run, '--format', 'md'], '--claims'],
  ])('refuses %j in one sentence', async (args, message) => {
    const { code, stdout, stderr } = await report(run, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('falsematch report --write', () => {
  it('writes reports and figures that verify accepts', async () => {
    const own = writeRun(peopleRun());
    writeFileSync(join(own, 'report.html'), 'old');
    rmSync(join(own, 'figures'), { recursive: true });
    expect((await cli(['verify', own], { cwd })).code).toBe(4);
    const { code, stdout, stderr } = await report(own, '--write');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/^Wrote \d+ reports and figures in /);
    expect(await cli(['verify', own], { cwd })).toMatchObject({ code: 0 });
    expect(readFileSync(join(own, 'report.html'), 'utf8')).toContain('<h1>');
  });

  it('refuses a run that was altered, exit 4, and other options, exit 2', async () => {
    const own = writeRun(peopleRun());
    appendFileSync(join(own, 'metrics.csv'), '\n');
    expect(await report(own, '--write')).toMatchObject({ code: 4, stdout: '' });
    for (const args of [
      ['--format', 'md'],
      ['--out', 'x.md'],
      ['--claims', 'mine.yaml'],
      ['--compare', run],
    ]) {
      const { code, stderr } = await report(run, '--write', ...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining('--write writes the reports of the run itself')]);
    }
  });
});
