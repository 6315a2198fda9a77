import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeNpy, encodeNpy } from '../../src/files/npy.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import { figureName } from '../../src/results/verify-figures.js';
import { edit, editLine, removeLine, reseal } from '../support/edit-run.js';
import { allPairsRun } from '../support/measured-all-pairs.js';
import { writeRun } from '../support/run-folder.js';

const OWN = 'scores/all/model';
const [MATED, COUNTS, TAIL] = [`${OWN}/mated.npy`, `${OWN}/non-mated-counts.csv`, `${OWN}/tail.csv`];
const [SUMS, BY_SUBJECT] = [`${OWN}/false-matches.csv`, `${OWN}/false-matches-by-subject.csv`];

const everybody = (cells: readonly string[]) => cells[1] === '';
const more = (cell: string | undefined, by = 1) => String(Number(cell) + by);

/** Puts a number in the place of the cell in a column. */
const inColumn = (column: number, change: (cell: string | undefined) => string) => (cells: string[]) =>
  cells.with(column, change(cells[column]));

function editMated(folder: string, change: (scores: Float32Array) => Float32Array): void {
  const { data } = decodeNpy(readFileSync(join(folder, MATED)), MATED);
  const scores = change(Float32Array.from(data));
  writeFileSync(join(folder, MATED), encodeNpy(scores, [scores.length]));
}

describe.each([
  ['whose tail is everything', Number.POSITIVE_INFINITY],
  ['whose tail ends above the lower threshold', 60],
])('a run of all pairs %s', (_, kept) => {
  let made: Awaited<ReturnType<typeof allPairsRun>>;
  beforeAll(async () => {
    made = await allPairsRun({ kept });
  });

  it('verifies, and reads back as it was', async () => {
    const folder = writeRun(made.run);
    expect(await verifyRun(folder)).toMatchObject({ altered: [], wrong: [], unchecked: [] });
    const { record, tables, rows, digest, altered } = await readRun(folder);
    expect({ record, tables, rows, digest }).toEqual({
      record: made.run.record,
      tables: made.run.tables,
      rows: made.run.rows,
      digest: made.run.digest,
    });
    expect(altered).toEqual([]);
  });

  it('has a name of its own for every figure', () => {
    const names = made.run.rows.map(figureName);
    expect(names.length).toBe(new Set(names).size);
  });

  it('names a binary table whose bytes were changed', async () => {
    const folder = writeRun(made.run);
    editMated(folder, (scores) => scores.with(0, 0.123));
    expect((await verifyRun(folder)).altered).toEqual([MATED]);
  });

  const edits: [string, (folder: string) => void][] = [
    [
      'the highest score of the tail',
      (folder) =>
        editLine(
          folder,
          TAIL,
          () => true,
          inColumn(2, () => '0.99'),
        ),
    ],
    [
      'a score of the tail, out of order',
      (folder) =>
        editLine(
          folder,
          TAIL,
          () => true,
          inColumn(2, () => '0.1'),
        ),
    ],
    ['a comparison of the tail that was taken out', (folder) => removeLine(folder, TAIL, () => true)],
    [
      'the people of the tail',
      (folder) =>
        editLine(
          folder,
          TAIL,
          () => true,
          inColumn(0, () => 'p01/1.jpg'),
        ),
    ],
    [
      'a score that is none',
      (folder) =>
        editLine(
          folder,
          TAIL,
          () => true,
          inColumn(2, () => '1.5'),
        ),
    ],
    ['the number of non-mated scores', (folder) => editLine(folder, COUNTS, () => true, inColumn(1, more))],
    [
      'a count of the grid within the tail',
      (folder) => editLine(folder, COUNTS, ([at = '', count]) => Number(at) > 0.45 && count !== '0', inColumn(1, more)),
    ],
    [
      'a count of the grid that rises',
      (folder) =>
        editLine(
          folder,
          COUNTS,
          ([at = '']) => Number(at) > -0.4,
          inColumn(1, () => '99999'),
        ),
    ],
    [
      'a border of the grid',
      (folder) =>
        editLine(
          folder,
          COUNTS,
          ([at = '']) => Number(at) > 0,
          inColumn(0, () => '-0.9'),
        ),
    ],
    ['false matches', (folder) => editLine(folder, SUMS, everybody, inColumn(3, more))],
    [
      'the score that is rejected',
      (folder) =>
        editLine(
          folder,
          SUMS,
          everybody,
          inColumn(4, () => '0.01'),
        ),
    ],
    [
      'how many reach it',
      (folder) =>
        editLine(
          folder,
          SUMS,
          everybody,
          inColumn(5, (cell) => more(cell, 5)),
        ),
    ],
    [
      'a sum over pairs of people',
      (folder) =>
        editLine(
          folder,
          SUMS,
          everybody,
          inColumn(6, (cell) => more(cell, 40)),
        ),
    ],
    [
      'a sum of a group',
      (folder) =>
        editLine(
          folder,
          SUMS,
          ([, , between]) => between === 'female',
          inColumn(6, (cell) => more(cell, 40)),
        ),
    ],
    ['false matches of a person', (folder) => editLine(folder, BY_SUBJECT, () => true, inColumn(1, more))],
    [
      'false matches of two people, one more and one less',
      (folder) => {
        editLine(
          folder,
          BY_SUBJECT,
          ([, own]) => Number(own) > 0,
          inColumn(1, (cell) => more(cell, -1)),
        );
        editLine(folder, BY_SUBJECT, ([subject]) => subject === 'p20', inColumn(1, more));
      },
    ],
    ['false matches of a person with a group', (folder) => editLine(folder, BY_SUBJECT, () => true, inColumn(2, more))],
    [
      'a person of the false matches',
      (folder) =>
        editLine(
          folder,
          BY_SUBJECT,
          () => true,
          inColumn(0, () => 'p99'),
        ),
    ],
    ['mated scores', (folder) => editMated(folder, (scores) => scores.map((score) => score / 2))],
    [
      'one mated score',
      (folder) => editMated(folder, (scores) => scores.with(scores.indexOf(Math.max(...scores)), -0.5)),
    ],
    ['a mated score that is none', (folder) => editMated(folder, (scores) => scores.with(0, Number.NaN))],
    ['a mated score too few', (folder) => editMated(folder, (scores) => scores.slice(1))],
    ['a failure that was taken out', (folder) => removeLine(folder, `${OWN}/failures.csv`, () => true)],
    [
      'a failure of somebody else',
      (folder) =>
        editLine(
          folder,
          `${OWN}/failures.csv`,
          () => true,
          inColumn(0, () => 'p03/1.jpg'),
        ),
    ],
    [
      'whom a sample shows',
      (folder) =>
        editLine(
          folder,
          'scores/all/samples.csv',
          ([id]) => id === 'p03/1.jpg',
          inColumn(1, () => 'p04'),
        ),
    ],
    [
      'a sample that stands twice',
      (folder) =>
        editLine(
          folder,
          'scores/all/samples.csv',
          ([id]) => id === 'p03/1.jpg',
          inColumn(0, () => 'p03/2.jpg'),
        ),
    ],
    [
      'somebody else’s gender',
      (folder) => edit(folder, 'scores/all/subjects.csv', (text) => text.replace('p01,female', 'p01,male')),
    ],
    [
      'a threshold that was taken out',
      (folder) => {
        edit(folder, SUMS, (text) =>
          text
            .split('\n')
            .filter((_, line) => line === 0 || line > 4)
            .join('\n'),
        );
        edit(folder, BY_SUBJECT, (text) => dropColumns(text, 1, 3));
      },
    ],
    [
      'a threshold too many',
      (folder) => {
        const threshold = readFileSync(join(folder, SUMS), 'utf8').split('\n')[1]?.split(',')[0] ?? '';
        edit(folder, SUMS, (text) => {
          const [head = '', ...lines] = text.split('\n');
          return [head, ...lines.slice(0, 4).map((line) => line.replace(threshold, '0.05')), ...lines].join('\n');
        });
        edit(folder, BY_SUBJECT, (text) => repeatColumns(text, threshold));
      },
    ],
  ];

  it.each(edits)('sees %s, though the digests were made to fit', async (__, change) => {
    const folder = writeRun(made.run);
    change(folder);
    reseal(folder);
    const problems = await problemsOf(folder);
    expect(problems.join('\n')).not.toBe('');
    expect(problems.every((line) => !line.includes('\n'))).toBe(true);
  });
});

/** What verifying says; a table that cannot even be read is named too. */
async function problemsOf(folder: string): Promise<string[]> {
  try {
    const { wrong, altered } = await verifyRun(folder);
    expect(altered).toEqual([]);
    return [...wrong];
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'FalsematchError' });
    expect(String(thrown)).toMatch(/(csv|npy)(, line \d+)?/);
    return [String(thrown)];
  }
}

function dropColumns(text: string, from: number, count: number): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? line : line.split(',').toSpliced(from, count).join(',')))
    .join('\n');
}

function repeatColumns(text: string, threshold: string): string {
  return text
    .split('\n')
    .map((line) => {
      const [subject = '', ...cells] = line.split(',');
      return line === ''
        ? line
        : [subject, ...cells.slice(0, 3).map((cell) => cell.replace(threshold, '0.05')), ...cells].join(',');
    })
    .join('\n');
}
