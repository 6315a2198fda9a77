import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import { figureName } from '../../src/results/verify-figures.js';
import { any, edit, editLine, having, more, put, removeLine, reseal } from '../support/edit-run.js';
import { madeUpDataset, unitTemplatesOf } from '../support/made-up-dataset.js';
import { measuredSearch, searchTask } from '../support/measured-search.js';
import type { MadeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../support/splits.js';

const LISTS = 'scores/search/lists.csv';
const OWN = 'scores/search/model';
const [SEARCHES, ALARMS, FAILURES] = [`${OWN}/searches.csv`, `${OWN}/alarms.csv`, `${OWN}/failures.csv`];
const [ACCEPTED, MISSES] = [`${OWN}/accepted.csv`, `${OWN}/misses.csv`];
const parts = {
  dataset: madeUpDataset('made-up', SPLIT_PEOPLE),
  templates: unitTemplatesOf(SPLIT_PEOPLE),
  failing: SPLIT_FAILING,
};

/** Of the search table: whether the search is mated, or not, in the first list. */
const mated = (cells: readonly string[]) => Number(cells[1]) > 0;
const nonMated = (cells: readonly string[]) => cells[1] === '0';

type Edit = [what: string, change: (folder: string) => void];

const SHARED: Edit[] = [
  ['a rank', put(SEARCHES, having(1, '1'), 1, '2')],
  ['a rank below the gallery', put(SEARCHES, mated, 1, '99')],
  ['a rank that nobody has', put(SEARCHES, mated, 1, '0')],
  ['a rank of a stranger', put(SEARCHES, nonMated, 1, '1')],
  ['the score of a mate', put(SEARCHES, ([, rank, score]) => rank === '1' && Number(score) > 0.5, 2, '0.1')],
  ['a score that is none', put(SEARCHES, mated, 2, '1.5')],
  [
    'a search without its score',
    (folder) => editLine(folder, SEARCHES, mated, ([name = '', , , ...rest]) => [name, '', '', ...rest]),
  ],
  ['a search that was taken out', (folder) => removeLine(folder, SEARCHES, mated)],
  ['a search that was put in', (folder) => edit(folder, SEARCHES, (text) => `${text}p98/1.jpg,1,0.5,1,0.5\n`)],
  ['a failure that was taken out', (folder) => removeLine(folder, FAILURES, any)],
  ['a failure of somebody else', put(FAILURES, any, 0, 'p06/2.jpg')],
  ['a probe that is enrolled', put(LISTS, having(3, 'probe'), 3, 'gallery')],
  ['somebody enrolled who is searched for', put(LISTS, having(3, 'gallery'), 3, 'probe')],
  [
    'a probe that is in no list',
    (folder) => editLine(folder, LISTS, having(3, 'probe'), (cells) => [...cells.slice(0, 3), '', '']),
  ],
  [
    'searches that are made one',
    (folder) => edit(folder, LISTS, (text) => text.replaceAll(/^(p12\/.\.jpg,p12),/gm, '$1,p12')),
  ],
  ['whom a sample shows', put(LISTS, having(0, 'p08/2.jpg'), 1, 'p09')],
  ['a sample that stands twice', put(LISTS, having(0, 'p04/3.jpg'), 0, 'p04/4.jpg')],
];

const OF_SIZES: Edit[] = [
  ...SHARED,
  ['the best score of a stranger', put(SEARCHES, nonMated, 2, '0.95')],
  [
    'the best score of a stranger, still an alarm',
    put(
      SEARCHES,
      (cells) => nonMated(cells) && Number(cells[2]) > 0.55,
      2,
      (cell) => String(Math.fround(Number(cell) + 0.001)),
    ),
  ],
  ['a false alarm that was taken out', (folder) => removeLine(folder, ALARMS, any)],
  ['the second alarm of a search, taken out', (folder) => removeLine(folder, ALARMS, isSecond(folder))],
  ['a false alarm that was put in', (folder) => edit(folder, ALARMS, (text) => `${text}${text.split('\n')[1]}\n`)],
  ['who raised an alarm', (folder) => put(ALARMS, isSecond(folder), 2, firstCandidate(folder))(folder)],
  ['the score of an alarm', put(ALARMS, any, 3, '0.97')],
  ['all false alarms', (folder) => edit(folder, ALARMS, (text) => text.slice(0, text.indexOf('\n') + 1))],
];

/** The line of the second candidate of a search. */
function isSecond(folder: string): (cells: readonly string[]) => boolean {
  const lines = readFileSync(join(folder, ALARMS), 'utf8').split('\n');
  const at = lines.findIndex((line, k) => k > 1 && line.split(',')[1] === lines[k - 1]?.split(',')[1]);
  return (cells) => cells.join() === lines[at];
}

/** Whom the first candidate of that search is. */
function firstCandidate(folder: string): string {
  const lines = readFileSync(join(folder, ALARMS), 'utf8').split('\n');
  const at = lines.findIndex((line, k) => k > 1 && line.split(',')[1] === lines[k - 1]?.split(',')[1]);
  return lines[at - 1]?.split(',')[2] ?? '';
}

const OF_SPLITS: Edit[] = [
  ...SHARED,
  // With five false matches or more that share nobody no figure rests on their number.
  [
    'the few false matches that set a threshold',
    put(
      ACCEPTED,
      (cells) => Number(cells[2]) > 1 && Number(cells[5]) < 5,
      2,
      (cell) => more(cell, -1),
    ),
  ],
  [
    'more scores that are rejected than match at a lower threshold',
    put(
      ACCEPTED,
      (cells) => Number(cells[5]) < 5,
      4,
      (cell) => more(cell, 300),
    ),
  ],
  [
    'the threshold of a split',
    (folder) => {
      const threshold = readFileSync(join(folder, ACCEPTED), 'utf8').split('\n')[1]?.split(',')[1] ?? '';
      for (const path of [ACCEPTED, MISSES]) edit(folder, path, (text) => text.replaceAll(`,${threshold},`, ',0.05,'));
    },
  ],
  ['the score that is rejected', put(ACCEPTED, any, 3, '0.01')],
  ['how many reach it', put(ACCEPTED, any, 4, (cell) => more(cell, 5000))],
  ['how many share nobody', put(ACCEPTED, (cells) => Number(cells[5]) < 5, 5, '5')],
  ['misses', put(MISSES, any, 3, (cell) => more(cell, -1))],
  ['misses above all comparisons', put(MISSES, any, 3, (cell) => more(cell, 50))],
  ['misses that were taken out', (folder) => removeLine(folder, MISSES, any)],
  [
    'misses of nobody',
    (folder) => edit(folder, MISSES, (text) => `${text}${text.split('\n')[1]?.replace(/p\d\d,/, 'p98,')}\n`),
  ],
  [
    'a threshold that was taken out',
    (folder) => {
      const [list = '', threshold = ''] = readFileSync(join(folder, ACCEPTED), 'utf8').split('\n')[1]?.split(',') ?? [];
      for (const path of [ACCEPTED, MISSES]) {
        edit(folder, path, (text) =>
          text
            .split('\n')
            .filter((line) => !line.startsWith(`${list},${threshold},`))
            .join('\n'),
        );
      }
    },
  ],
  ['a threshold too many', (folder) => edit(folder, ACCEPTED, (text) => `${text}split 1,0.05,800,0.04999999,801,5\n`)],
  [
    'all thresholds',
    (folder) => {
      for (const path of [ACCEPTED, MISSES]) edit(folder, path, (text) => text.slice(0, text.indexOf('\n') + 1));
    },
  ],
];

/** What verifying says; a table that cannot even be read is named too. */
async function problemsOf(folder: string): Promise<string[]> {
  try {
    const { wrong, altered } = await verifyRun(folder);
    expect(altered).toEqual([]);
    // The reports name the run's digest, which is another one now.
    return wrong.filter((line) => !/^(report|junit)\./.test(line));
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'FalsematchError' });
    expect(String(thrown)).toMatch(/csv, line \d+/);
    return [String(thrown)];
  }
}

describe.each([
  ['drawn lists', { search: { gallery: { subjects: [5, 10] } }, at: ['3e-1', '1e-1'] }, OF_SIZES],
  ['published splits', { search: 'splits', at: ['2e-1'], verificationAt: ['1e-1', '2e-3', '1e-4'] }, OF_SPLITS],
])('a run of %s', (_, task, edits) => {
  let run: MadeUpRun;
  beforeAll(async () => {
    const needs = { readSplits: async () => publishedSplits() };
    run = (await measuredSearch(searchTask(task), { ...parts, needs })).run;
  });

  it('verifies, and reads back as it was', async () => {
    const folder = writeRun(run);
    expect(await verifyRun(folder)).toMatchObject({ altered: [], wrong: [], unchecked: [] });
    const { record, tables, rows } = await readRun(folder);
    expect({ record, tables, rows }).toEqual({ record: run.record, tables: run.tables, rows: run.rows });
  });

  it('has a name of its own for every figure', () => {
    const names = run.rows.map(figureName);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(edits)('sees %s, though the digests were made to fit', async (__, change) => {
    const folder = writeRun(run);
    change(folder);
    reseal(folder);
    const problems = await problemsOf(folder);
    expect(problems.join('\n')).not.toBe('');
    expect(problems.every((line) => !line.includes('\n'))).toBe(true);
  });
});
