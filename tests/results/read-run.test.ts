import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { taskDigest } from '../../src/results/consistency.js';
import { readRun } from '../../src/results/read-run.js';
import { digestFiles, figureFiles, recordFile } from '../../src/results/run-files.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { RunTables } from '../../src/results/run-tables.js';
import { temporaryFolder } from '../support/catalog.js';
import { madeUpRun, madeUpTables, TASK } from '../support/run.js';

it('a run with groups and errata is read back as it was written', async () => {
  const tables: RunTables = new Map([
    [
      TASK.id,
      {
        systems: new Map([['made-model', madeUpTables()]]),
        subjects: { attributes: ['gender'], subjects: new Map([['s0', ['female']]]) },
        errata: [{ kind: 'wrong-label', a: 's0/1.jpg', b: '', source: 'made up' }],
      },
    ],
  ]);
  const { record, rows } = madeUpRun();
  const { digest: _, ...unsigned }: TaskRecord = { ...TASK, groups: [['gender']], errata: 1 };
  const task = { ...unsigned, digest: taskDigest(unsigned, record.datasets[0]?.digest ?? '') };
  const files = figureFiles(tables, rows);
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'scores/view/subjects.csv',
      'scores/view/errata.csv',
      'scores/view/made-model/samples.csv',
    ]),
  );
  const changed = { ...record, tasks: [task], files: digestFiles(files) };
  files.set('run.json', recordFile(changed).text);
  const folder = temporaryFolder();
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const run = await readRun(folder);
  expect(run.record).toEqual(changed);
  expect(run.tables).toEqual(tables);
  expect(run.altered).toEqual([]);
});
