import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/files/canonical-json.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { edit, reseal } from '../support/edit-run.js';
import { GROUPED, peopleAttributes, peopleRun } from '../support/people.js';
import { madeUpRun, signed } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

/** A run directory as `run` writes it. */
const written = (change?: Parameters<typeof madeUpRun>[0]) => writeRun(madeUpRun(change));

it('reads back the run that was written', async () => {
  const { record, rows, digest, tables } = madeUpRun();
  expect(await readRun(written())).toMatchObject({ record, rows, digest, tables, altered: [] });
});

it('finds nothing wrong with an untouched run', async () => {
  expect(await verifyRun(written())).toMatchObject({ altered: [], wrong: [], unchecked: [] });
});

it('names a table whose bytes were changed, and the figures that no longer follow from it', async () => {
  const folder = written();
  const table = 'scores/view/made-model/comparisons.csv';
  edit(folder, table, (text) => text.replace(',0.05,', ',0.95,'));
  const { altered, wrong } = await verifyRun(folder);
  expect(altered).toEqual([table]);
  expect(
    wrong.some((line) => line.startsWith('view / made-model / all / FNMR@FMR at 1e-1 / subject-bootstrap: stored')),
  ).toBe(true);
});

it('sees through an edited figure whose digest was made to fit', async () => {
  const folder = written();
  edit(folder, 'metrics.json', (text) => text.replace('"errors": 2,', '"errors": 1,'));
  reseal(folder);
  const { altered, wrong } = await verifyRun(folder);
  expect(altered).toEqual([]);
  expect(wrong.length).toBeGreaterThan(0);
});

it('sees through an edited metrics.csv whose digest was made to fit', async () => {
  const folder = written();
  edit(folder, 'metrics.csv', (text) => text.replace('made-up', 'made-upp'));
  reseal(folder);
  expect((await verifyRun(folder)).wrong).toContain('metrics.csv: not what follows from the scores');
});

describe('a run with groups and errata', () => {
  const SUBJECTS = 'scores/people/subjects.csv';
  const ERRATA = 'scores/people/errata.csv';
  const errata = [{ kind: 'wrong-label' as const, a: 'p01/2.jpg', b: '', source: 'https://example.org' }];
  const writtenPeople = () =>
    writeRun(
      peopleRun({
        task: { ...GROUPED.task, errata: 1, calibrate: { share: 0.5 } },
        tables: { ...GROUPED.tables, errata },
      }),
    );
  /** What `verify` says of an edit whose digests were made to fit. */
  const wrongAfter = async (path: string, change: (text: string) => string) => {
    const folder = writtenPeople();
    edit(folder, path, change);
    if (path !== 'run.json') reseal(folder);
    const { altered, wrong } = await verifyRun(folder);
    expect(altered).toEqual([]);
    return wrong;
  };

  it('verifies, and reads back what was written', async () => {
    const folder = writtenPeople();
    expect(await verifyRun(folder)).toMatchObject({ altered: [], wrong: [], unchecked: [] });
    const { tables } = await readRun(folder);
    expect(tables.get('people')).toMatchObject({ subjects: peopleAttributes(), errata });
  });

  it('names the tables whose bytes were changed', async () => {
    const folder = writtenPeople();
    edit(folder, SUBJECTS, (text) => text.replace('p01,female', 'p01,male'));
    edit(folder, ERRATA, (text) => text.replace('p01/2.jpg', 'p02/2.jpg'));
    expect([...(await verifyRun(folder)).altered].sort()).toEqual([ERRATA, SUBJECTS]);
  });

  it('sees through another gender, whose figures then do not follow', async () => {
    const wrong = await wrongAfter(SUBJECTS, (text) => text.replace('p01,female', 'p01,male'));
    expect(wrong.some((line) => line.startsWith('people / good / gender: female / FNMR at 1e-1 /'))).toBe(true);
    expect(
      wrong.every((line) => line.includes(' gender') || line.includes('metrics.') || line.includes('report')),
    ).toBe(true);
  });

  it.each([
    [
      'a subject who was taken out',
      (text: string) => text.replace('p01,female,black\n', ''),
      'not in the table of subjects',
    ],
    [
      'one who was put in',
      (text: string) => `${text}p99,female,black\n`,
      '1 subjects of the table of subjects are in no',
    ],
    [
      'another attribute',
      (text: string) => text.replace('gender', 'sex'),
      'and the table of subjects has sex, ethnicity',
    ],
  ])('sees %s', async (_, change, message) => {
    expect((await wrongAfter(SUBJECTS, change)).join('\n')).toContain(message);
  });

  it('sees through another wrong label, and through one that was taken out', async () => {
    const other = await wrongAfter(ERRATA, (text) => text.replace('p01/2.jpg', 'p07/1.jpg'));
    expect(other.some((line) => line.startsWith('people / good / errata-excluded / FMR at 1e-1 /'))).toBe(true);
    expect(await wrongAfter(ERRATA, (text) => text.slice(0, text.indexOf('\n') + 1))).toContain(
      'people: run.json announces 1 errata, and the table has 0',
    );
  });

  it.each(['"calibration": "50% of the subjects"', '"over": "ends of false matches"', '"group": "gender: male"'])(
    'sees through a row in which %s was changed',
    async (cell) => {
      const wrong = await wrongAfter('metrics.json', (text) => text.replace(cell, cell.replace(/.{2}"$/, '"')));
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong).toContain('metrics.json: not what follows from the scores');
    },
  );

  it('sees through other people who set the thresholds, without a digest of the task that fits', async () => {
    expect(await wrongAfter('run.json', (text) => text.replace('"share": 0.5', '"share": 0.4'))).toContain(
      'people: its digest is not that of what it says',
    );
  });

  it('sees through a task that takes thresholds from a share, with its digest made to fit', async () => {
    const wrong = await wrongAfter('run.json', (text) => {
      const record = JSON.parse(text) as RunRecord;
      const tasks = record.tasks.map(({ digest: _, ...task }) => signed({ ...task, calibrate: { share: 0.4 } }));
      return canonicalJson({ ...record, tasks });
    });
    expect(wrong.some((line) => line.startsWith('people / good / held-out / FMR at 1e-1 /'))).toBe(true);
  });
});

it.each([
  ['run.json', 'is not a complete run directory: it has no run.json'],
  ['metrics.csv', 'it has no metrics.csv'],
])('refuses a directory without %s', async (path, message) => {
  const folder = written();
  const { rmSync } = await import('node:fs');
  rmSync(join(folder, path));
  await expect(verifyRun(folder)).rejects.toThrow(message);
  // Another folder is bad input; a run that lacks a file is a run that does not verify.
  const kind = path === 'run.json' ? 'input' : 'verification';
  await expect(verifyRun(folder)).rejects.toMatchObject({ kind });
});

it.each([
  [(text: string) => text.replace('falsematch-run/2', 'falsematch-run/9'), 'this version reads "falsematch-run/2"'],
  [(text: string) => text.slice(0, 100), 'is not JSON'],
  [(text: string) => text.replace('"seed": 1', '"seed": "one"'), '"seed": expected'],
])('refuses a run.json that is not one', async (change, message) => {
  const folder = written();
  edit(folder, 'run.json', change);
  await expect(verifyRun(folder)).rejects.toThrow(message);
});

it('sees a forged, a missing and a stray file', async () => {
  const forged = written();
  edit(forged, 'report.md', (text) => text.replace('2 of 20', '0 of 20'));
  expect((await verifyRun(forged)).wrong).toEqual(["report.md: not what this run's figures give"]);
  const { rmSync } = await import('node:fs');
  const missing = written();
  rmSync(join(missing, 'junit.xml'));
  expect((await verifyRun(missing)).wrong).toEqual(['junit.xml: missing']);
  const stray = written();
  writeFileSync(join(stray, 'scores', 'view', 'notes.txt'), 'mine');
  expect((await verifyRun(stray)).altered).toEqual(['scores/view/notes.txt']);
});

it('does not compare the reports of another version, and says so', async () => {
  const folder = written((record) => ({ ...record, tool: { ...record.tool, version: '0.0.1' } }));
  edit(folder, 'report.md', () => 'as another version wrote it');
  const { wrong, unchecked } = await verifyRun(folder);
  expect([wrong, unchecked[0]]).toEqual([[], expect.stringContaining('the reports were written by version 0.0.1')]);
});

it('does not read outside the directory, whatever run.json names', async () => {
  const folder = written();
  edit(folder, 'run.json', (text) => text.replace('"metrics.csv"', '"../../etc/passwd"'));
  await expect(verifyRun(folder)).rejects.toThrow('run.json');
});
