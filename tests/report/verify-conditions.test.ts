import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/files/canonical-json.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { wrongFigures } from '../../src/results/verify-figures.js';
import { any, edit, put, removeLine, reseal } from '../support/edit-run.js';
import type { MadeUpRun } from '../support/run.js';
import { signed } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';
import { seenPairsRun, seenPlatesRun, seenSearchRun } from '../support/seen-run.js';

const OWN = 'scores/people.dim/good';
const [SCORES, QUALITY, FAILURES] = [`${OWN}/scores.npy`, `${OWN}/quality.npy`, `${OWN}/failures.csv`];

/** Puts another float32 at a place of an array's file. */
const putFloat = (path: string, place: (bytes: Buffer) => number, value: number) => (folder: string) => {
  const bytes = readFileSync(join(folder, path));
  bytes.writeFloatLE(value, place(bytes));
  writeFileSync(join(folder, path), bytes);
};
const fromEnd = (count: number) => (bytes: Buffer) => bytes.length - 4 * count;
/** Where the header ends and the numbers begin. */
const fromStart = (count: number) => (bytes: Buffer) => 10 + bytes.readUInt16LE(8) + 4 * count;
/** The score of the first search that has one, whose rank stands before it. */
const firstScore = (bytes: Buffer) => {
  let place = 1;
  while (Number.isNaN(bytes.readFloatLE(fromStart(place)(bytes)))) place += 2;
  return fromStart(place)(bytes);
};
const changeTasks = (change: (task: RunRecord['tasks'][number]) => RunRecord['tasks'][number]) => (folder: string) =>
  edit(folder, 'run.json', (text) => {
    const record = JSON.parse(text) as RunRecord;
    const tasks = record.tasks.map((task) => {
      const { digest: _, ...changed } = change(task);
      return signed(changed);
    });
    return canonicalJson({ ...record, tasks });
  });

const PAIRS = seenPairsRun();

/** What is found of an edit: the files whose bytes are others and, once their digests were made to fit, what is wrong. */
async function found(run: MadeUpRun, change: (folder: string) => void) {
  const folder = writeRun(run);
  change(folder);
  try {
    const open = await readRun(folder);
    reseal(folder);
    const hidden = await readRun(folder);
    expect(hidden.altered).toEqual([]);
    return { altered: open.altered, wrong: wrongFigures(hidden).join('\n') };
  } catch (thrown) {
    expect(thrown).toMatchObject({ kind: 'verification' });
    return { altered: [], wrong: (thrown as Error).message };
  }
}

describe('verify, of a run through conditions', () => {
  it.each([
    ['pairs', async () => PAIRS],
    ['searches', seenSearchRun],
    ['plates', async () => seenPlatesRun()],
  ])('finds nothing wrong with %s that nobody touched', async (_, made) => {
    expect(await verifyRun(writeRun(await made()))).toMatchObject({ altered: [], wrong: [], unchecked: [] });
  });

  it.each<[string, string, (folder: string) => void, string]>([
    ['a score', SCORES, putFloat(SCORES, fromStart(0), -0.9), 'people.dim / good / all / FNMR at 1e-1'],
    ['a measure of quality', QUALITY, putFloat(QUALITY, fromStart(0), 1000), 'people.dim / good / discard size'],
  ])('names the file in which %s was changed, and sees what no longer follows', async (_, path, change, wrong) => {
    const { altered, wrong: after } = await found(PAIRS, change);
    expect(altered).toEqual([path]);
    expect(after).toContain(wrong);
  });

  it.each<[string, (folder: string) => void, string]>([
    [
      'a score that was taken out',
      putFloat(SCORES, fromStart(0), Number.NaN),
      'scores.npy, comparison 1: a comparison',
    ],
    ['a failure that was taken out', (folder) => removeLine(folder, FAILURES, any), 'comparison'],
    ['a failure of somebody else', put(FAILURES, any, 0, 'p04/2.jpg'), 'scores.npy, comparison'],
    ['a failure of nobody', put(FAILURES, any, 0, 'p99/2.jpg'), 'failures.csv, line 2: a failure names a sample'],
    [
      'a measure of quality that is gone',
      putFloat(QUALITY, fromEnd(1), Number.NaN),
      'quality.npy, row 71: a sample has',
    ],
    ['a quality that cannot be', putFloat(QUALITY, fromEnd(2), 2), 'quality.npy, row 71: 2 is no score'],
    ['a score too many', (folder) => lengthen(folder, SCORES), 'scores.npy says that it holds'],
  ])('sees %s', async (_, change, wrong) => {
    expect((await found(PAIRS, change)).wrong).toContain(wrong);
  });

  it('sees through a score of the pictures as published, by which the thresholds were set', async () => {
    // The last comparison is of two people.
    const { wrong } = await found(PAIRS, putFloat('scores/people/good/scores.npy', fromEnd(1), 0.99));
    expect(wrong).toContain('people / good');
  });

  it('sees through another side, other thresholds, and a condition of nothing', async () => {
    const changed = (change: object) =>
      found(
        PAIRS,
        changeTasks((task) =>
          task.id === 'people.dim' && task.condition ? { ...task, condition: { ...task.condition, ...change } } : task,
        ),
      );
    expect((await changed({ side: 'both' })).wrong).not.toBe('');
    expect((await changed({ thresholdsFrom: 'people.fog' })).wrong).not.toBe('');
    expect((await changed({ of: 'nothing' })).wrong).toContain(
      'run.json says that people.dim is nothing through a condition, and there is no nothing',
    );
    expect((await changed({ name: 'bright' })).wrong).toContain('people.dim');
  });

  it('sees through an edited search and an edited reading', async () => {
    const search = await found(
      await seenSearchRun(),
      putFloat('scores/search.dim/model/searches.npy', firstScore, 0.01),
    );
    expect(search.altered).toEqual(['scores/search.dim/model/searches.npy']);
    expect(search.wrong).toContain('search.dim');
    const plates = await found(seenPlatesRun(), (folder) =>
      edit(folder, 'readings/plates.mud/mixed.csv', (text) => text.replace('BG101AX', 'BG101AY')),
    );
    expect(plates.altered).toEqual(['readings/plates.mud/mixed.csv']);
    expect(plates.wrong).toContain('plates.mud / mixed');
  });
});

function lengthen(folder: string, path: string): void {
  const bytes = readFileSync(join(folder, path));
  writeFileSync(join(folder, path), Buffer.concat([bytes, Buffer.alloc(4)]));
}

it('another figure does not follow, whatever condition it stands under', async () => {
  const rename = (text: string) => text.replace('"condition": "dim"', '"condition": "bright"');
  const { wrong } = await found(PAIRS, (folder) => edit(folder, 'metrics.json', rename));
  expect(wrong).toContain('metrics.json: not what follows from the scores');
});
