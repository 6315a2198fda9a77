import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportFiles } from '../../src/report/report-files.js';
import { rewriteReports } from '../../src/report/rewrite-reports.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { temporaryFolder } from '../support/catalog.js';
import { peopleRun } from '../support/people.js';
import { writeRun } from '../support/run-folder.js';

const RUN = peopleRun();

describe('rewriteReports', () => {
  it('writes what verify accepts, and nothing else, whatever stood there', async () => {
    const folder = writeRun(RUN);
    const wanted = reportFiles(RUN);
    writeFileSync(join(folder, 'report.md'), 'of another version');
    rmSync(join(folder, 'junit.xml'));
    writeFileSync(join(folder, 'figures', 'of-another-version.svg'), '<svg/>');
    rmSync(join(folder, 'figures', 'det-people.csv'));
    expect((await verifyRun(folder)).wrong).toHaveLength(3);
    const before = readFileSync(join(folder, 'run.json'), 'utf8');
    expect(await rewriteReports(folder)).toEqual({ reports: wanted.size });
    expect(await verifyRun(folder)).toMatchObject({ altered: [], wrong: [], unchecked: [] });
    for (const [path, text] of wanted) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    expect(readdirSync(join(folder, 'figures'))).toHaveLength(wanted.size - 3);
    expect(readFileSync(join(folder, 'run.json'), 'utf8')).toBe(before);
    expect(await rewriteReports(folder)).toEqual({ reports: wanted.size });
  });

  it('makes figures where there were none, and does not follow a link out of the run', async () => {
    const folder = writeRun(RUN);
    rmSync(join(folder, 'figures'), { recursive: true });
    await rewriteReports(folder);
    expect((await verifyRun(folder)).wrong).toEqual([]);
    const elsewhere = temporaryFolder();
    writeFileSync(join(elsewhere, 'mine.txt'), 'mine');
    rmSync(join(folder, 'figures'), { recursive: true });
    symlinkSync(elsewhere, join(folder, 'figures'));
    await rewriteReports(folder);
    expect(readdirSync(elsewhere)).toEqual(['mine.txt']);
    expect((await verifyRun(folder)).wrong).toEqual([]);
  });

  it('refuses a run that was altered, and leaves everything as it was', async () => {
    const folder = writeRun(RUN);
    appendFileSync(join(folder, 'metrics.csv'), '\n');
    writeFileSync(join(folder, 'report.md'), 'mine');
    await expect(rewriteReports(folder)).rejects.toMatchObject({
      kind: 'verification',
      message: expect.stringContaining('metrics.csv changed'),
    });
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'figures', 'det-people.svg'))).toBe(true);
  });

  it('refuses a folder that is no run, and deletes nothing in it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'figures'));
    writeFileSync(join(folder, 'figures', 'mine.svg'), 'mine');
    await expect(rewriteReports(folder)).rejects.toThrow('is not a complete run directory');
    expect(readdirSync(join(folder, 'figures'))).toEqual(['mine.svg']);
  });
});
