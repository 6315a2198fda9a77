import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { peopleRun, peopleTables, peopleTask } from '../support/people.js';
import { runOf } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const cwd = temporaryFolder();
const before = writeRun(peopleRun());
const after = writeRun(
  runOf(new Map([['people', { systems: new Map([['good', peopleTables({ seed: 5, apart: 1.5 })]]) }]]), {
    tasks: [peopleTask()],
    systems: ['good'],
  }),
);
const report = (...args: string[]) => cli(['report', ...args], { cwd });
const FORMATS = ['text', 'md', 'html', 'csv', 'junit', 'json'];

describe('falsematch report --compare', () => {
  it.each(FORMATS)('as %s shows both runs and their difference', async (format) => {
    const { code, stdout, stderr } = await report(before, '--compare', after, '--format', format);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('good');
    if (format === 'json') expect(JSON.parse(stdout).paired).toHaveLength(2);
    else expect(stdout).toContain('a difference that these data show');
  });

  it('--models takes some of the systems', async () => {
    const { code, stdout } = await report(before, '--compare', after, '--models', 'good', '--format', 'junit');
    expect(code).toBe(0);
    expect(stdout).toContain('failures="0"');
    expect(stdout).not.toContain('bad');
  });

  it('of one run twice says so in one sentence', async () => {
    const { code, stdout } = await report(before, '--compare', before);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('Both are one and the same run, to the byte of every table');
  });

  it('warns of tables that were changed, and says it at the top', async () => {
    const changed = writeRun(peopleRun());
    appendFileSync(join(changed, 'metrics.csv'), '\n');
    const { code, stdout, stderr } = await report(changed, '--compare', after, '--format', 'md');
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: metrics\.csv changed since the run/);
    expect(stdout.split('\n').filter((line) => line.startsWith('## '))[0]).toBe('## Changed since it was made');
  });

  it.each([
    [[before, '--compare', after, '--models', 'goood'], 'There is no system of these runs named "goood"'],
    [[before, '--compare', cwd], 'is not a complete run directory'],
    [[before, '--models', 'good'], '--models goes with --compare'],
    [[before, '--out', 'report.pdf'], '--out report.pdf does not tell which format it is to have'],
    [[before, '--out', join(before, 'report.html')], 'is within the run directory'],
    [[before, '--compare', after, '--out', join(after, 'x', 'y.md')], 'is within the run directory'],
  ])('refuses %j in one sentence, exit 2', async (args, message) => {
    const { code, stdout, stderr } = await report(...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('falsematch report --out', () => {
  it.each([
    ['a.html', 'html'],
    ['a.md', 'md'],
    ['a.csv', 'csv'],
    ['a.xml', 'junit'],
    ['a.json', 'json'],
    ['new/folder/a.TXT', 'text'],
  ])('%s is %s, with the bytes that would be printed', async (file, format) => {
    const { code, stdout, stderr } = await report(before, '--out', file);
    expect([code, stdout, stderr]).toEqual([0, '', `Wrote ${file}\n`]);
    const printed = await report(before, '--format', format);
    expect(readFileSync(join(cwd, file), 'utf8')).toBe(printed.stdout);
  });

  it('json and csv are the metrics of the run; --format says otherwise than the name', async () => {
    for (const format of ['json', 'csv']) {
      const { stdout } = await report(before, '--format', format);
      expect(stdout).toBe(readFileSync(join(before, `metrics.${format}`), 'utf8'));
    }
    await report(before, '--out', 'b.html', '--format', 'md');
    expect(readFileSync(join(cwd, 'b.html'), 'utf8')).toMatch(/^# Made-up suite/);
  });

  it('does not write into a run through a link, and leaves nothing behind', async () => {
    symlinkSync(before, join(cwd, 'link'));
    mkdirSync(join(cwd, 'clean'));
    const { code } = await report(before, '--out', 'link/mine.html');
    expect([code, existsSync(join(before, 'mine.html'))]).toEqual([2, false]);
    await report(before, '--out', 'clean/a.html');
    expect(readdirSync(join(cwd, 'clean'))).toEqual(['a.html']);
  });
});
