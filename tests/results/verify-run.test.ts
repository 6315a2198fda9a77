import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/files/canonical-json.js';
import { sha256Of } from '../../src/files/digest.js';
import { readRun } from '../../src/results/read-run.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { verifyRun } from '../../src/results/verify-run.js';
import { madeUpRun } from '../support/run.js';

function written(): string {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-'));
  for (const [path, text] of madeUpRun().files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function edit(folder: string, path: string, change: (text: string) => string): void {
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
}

/** Makes the record fit the files again, as somebody would who wants to hide an edit. */
function reseal(folder: string): void {
  edit(folder, 'run.json', (text) => {
    const record = JSON.parse(text) as RunRecord;
    const files = Object.keys(record.files).map((path) => [path, sha256Of(readFileSync(join(folder, path)))]);
    return canonicalJson({ ...record, files: Object.fromEntries(files) });
  });
}

it('reads back the run that was written', async () => {
  const { record, rows, digest, tables } = madeUpRun();
  expect(await readRun(written())).toMatchObject({ record, rows, digest, tables, altered: [] });
});

it('finds nothing wrong with an untouched run', async () => {
  expect(await verifyRun(written())).toMatchObject({ altered: [], wrong: [] });
});

it('names a table whose bytes were changed, and the figures that no longer follow from it', async () => {
  const folder = written();
  const table = 'scores/view/made-model.csv';
  edit(folder, table, (text) => text.replace(',0.05,', ',0.95,'));
  const { altered, wrong } = await verifyRun(folder);
  expect(altered).toEqual([table]);
  expect(wrong.some((line) => line.startsWith('view / made-model / all / FNMR@FMR at 1e-1 / wilson: stored'))).toBe(
    true,
  );
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
  expect((await verifyRun(folder)).wrong).toEqual(['metrics.csv: not what follows from the scores']);
});

it.each([
  ['run.json', 'is not a complete run directory: it has no run.json'],
  ['metrics.csv', 'it has no metrics.csv'],
])('refuses a directory without %s', async (path, message) => {
  const folder = written();
  const { rmSync } = await import('node:fs');
  rmSync(join(folder, path));
  await expect(verifyRun(folder)).rejects.toThrow(message);
});

it.each([
  [(text: string) => text.replace('falsematch-run/1', 'falsematch-run/9'), 'this version reads "falsematch-run/1"'],
  [(text: string) => text.slice(0, 100), 'is not JSON'],
  [(text: string) => text.replace('"seed": 1', '"seed": "one"'), '"seed": expected'],
])('refuses a run.json that is not one', async (change, message) => {
  const folder = written();
  edit(folder, 'run.json', change);
  await expect(verifyRun(folder)).rejects.toThrow(message);
});
