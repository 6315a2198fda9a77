import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRun } from '../../../src/results/read-run.js';
import { runRows } from '../../../src/results/run-rows.js';
import type { MadeUpRun } from '../../support/run.js';
import { writeRun } from '../../support/run-folder.js';
import { seenPairsRun, seenPlatesRun, seenSearchRun } from '../../support/seen-run.js';

const pairs = seenPairsRun();
const RUNS = [
  ['pairs', async () => pairs],
  ['search', seenSearchRun],
  ['plates', async () => seenPlatesRun()],
] as const;

/** Every file below a folder of a run. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe.each(RUNS)('a run of %s through conditions', (kind, made) => {
  it('is read back as it was written, and gives the same figures', async () => {
    const run: MadeUpRun = await made();
    const read = await readRun(writeRun(run));
    expect(read).toMatchObject({ record: run.record, digest: run.digest, altered: [] });
    expect(read.rows).toEqual(run.rows);
    expect(runRows(read.record, read.tables)).toEqual(run.rows);
    // Of samples that are searched for, how many faces were found is not kept.
    if (kind !== 'search') expect(read.tables).toEqual(run.tables);
    for (const [id, { conditionOf }] of run.tables) expect(read.tables.get(id)?.conditionOf).toBe(conditionOf);
  });

  it('names the condition in every row of its task, and in no other', async () => {
    const { record, rows } = await made();
    for (const { id, condition } of record.tasks) {
      const own = rows.filter(({ task }) => task === id);
      expect(own.length).toBeGreaterThan(0);
      expect(new Set(own.map((row) => row.condition))).toEqual(new Set([condition?.name ?? '']));
    }
  });
});

describe('the files of a task through a condition', () => {
  it('hold scores, failures and quality, and name pairs only once', () => {
    const folder = writeRun(pairs);
    const scores = join(folder, 'scores');
    expect(filesBelow(join(scores, 'people', 'good'))).toEqual(['failures.csv', 'scores.npy']);
    expect(readFileSync(join(scores, 'people', 'pairs.csv'), 'utf8')).toMatch(/^a,b,subject_a,subject_b,mated,fold\np/);
    for (const task of ['people.dim', 'people.fog']) {
      expect(filesBelow(join(scores, task))).toEqual(
        ['failures.csv', 'quality.npy', 'scores.npy'].map((file) => join('good', file)),
      );
    }
    // Of a sweep no quality is kept.
    expect(filesBelow(join(scores, 'people.jpeg-20', 'good'))).toEqual(['failures.csv', 'scores.npy']);
    const failures = readFileSync(join(scores, 'people.dim', 'good', 'failures.csv'), 'utf8');
    expect(failures).toBe('sample,failure\np03/2.jpg,no-face\np05/1.jpg,no-face\n');
  });

  it('do not repeat the lists of searches, nor what plates there are', async () => {
    const searches = writeRun(await seenSearchRun());
    expect(filesBelow(join(searches, 'scores')).filter((path) => path.endsWith('lists.csv'))).toEqual([
      join('search', 'lists.csv'),
    ]);
    const plates = writeRun(seenPlatesRun());
    expect(filesBelow(join(plates, 'readings'))).toEqual([
      'plates.mud/mixed.csv',
      'plates.mud/right.csv',
      'plates/labels.csv',
      'plates/mixed.csv',
      'plates/right.csv',
    ]);
  });
});

describe('the figures of pairs through a condition', () => {
  const { rows } = pairs;
  const find = (task: string, metric: string, group = 'all') =>
    rows.find((row) => row.task === task && row.model === 'good' && row.metric === metric && row.group === group);

  it('stand at the threshold of the task that is named', () => {
    const threshold = find('people', 'FMR')?.threshold;
    expect(threshold).not.toBeNull();
    for (const task of ['people.dim', 'people.fog', 'people.jpeg-20']) {
      expect(find(task, 'FNMR')).toMatchObject({ threshold, calibration: 'people' });
    }
    expect(find('people.dim', 'FNMR')?.value).toBeGreaterThan(find('people', 'FNMR')?.value ?? 1);
  });

  it('count the samples that went through it: the probes, or both sides', () => {
    // Of 24 people second and third pictures, and first ones but that of the first person.
    expect(find('people.dim', 'FTE')).toMatchObject({ errors: 2, trials: 71 });
    expect(find('people.fog', 'FTE')).toMatchObject({ errors: 2, trials: 72 });
    expect(find('people.jpeg-20', 'FTE')).toMatchObject({ errors: 0, trials: 71 });
  });

  it('discard by quality where it was kept', () => {
    const group = 'discard sharpness: worst 5%';
    expect(find('people.dim', 'FNMR-discard', group)).toBeDefined();
    expect(find('people.jpeg-20', 'FNMR-discard', group)).toBeUndefined();
  });
});
