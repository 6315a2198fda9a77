import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeNpy, encodeNpy } from '../../src/files/npy.js';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import { figureName } from '../../src/results/verify-figures.js';
import { any, edit, having, more, put, removeLine, reseal } from '../support/edit-run.js';
import { allPairsRun } from '../support/measured-all-pairs.js';
import { writeRun } from '../support/run-folder.js';

const OWN = 'scores/all/model';
const [MATED, COUNTS, TAIL] = [`${OWN}/mated.npy`, `${OWN}/non-mated-counts.csv`, `${OWN}/tail.csv`];
const [SUMS, BY_SUBJECT] = [`${OWN}/false-matches.csv`, `${OWN}/false-matches-by-subject.csv`];

const everybody = (cells: readonly string[]) => cells[1] === '';
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
    ['the highest score of the tail', put(TAIL, any, 2, '0.99')],
    ['a score of the tail, out of order', put(TAIL, any, 2, '0.1')],
    ['a comparison of the tail that was taken out', (folder) => removeLine(folder, TAIL, any)],
    ['the people of the tail', put(TAIL, any, 0, 'p01/1.jpg')],
    ['a score that is none', put(TAIL, any, 2, '1.5')],
    ['the number of non-mated scores', put(COUNTS, any, 1, more)],
    [
      'a count of the grid within the tail',
      put(COUNTS, ([at = '', count]) => Number(at) > 0.45 && count !== '0', 1, more),
    ],
    ['a count of the grid that rises', put(COUNTS, ([at = '']) => Number(at) > -0.4, 1, '99999')],
    ['a border of the grid', put(COUNTS, ([at = '']) => Number(at) > 0, 0, '-0.9')],
    ['false matches', put(SUMS, everybody, 3, more)],
    ['the score that is rejected', put(SUMS, everybody, 4, '0.01')],
    ['how many reach it', put(SUMS, everybody, 5, (cell) => more(cell, 5))],
    ['a sum over pairs of people', put(SUMS, everybody, 6, (cell) => more(cell, 20_000))],
    [
      'a sum of a group',
      put(
        SUMS,
        ([, , between]) => between === 'female',
        6,
        (cell) => more(cell, 20_000),
      ),
    ],
    ['false matches of a person', put(BY_SUBJECT, any, 1, more)],
    [
      'false matches of two people, one more and one less',
      (folder) => {
        put(
          BY_SUBJECT,
          ([, own]) => Number(own) > 0,
          1,
          (cell) => more(cell, -1),
        )(folder);
        put(BY_SUBJECT, having(0, 'p20'), 1, more)(folder);
      },
    ],
    ['false matches of a person with a group', put(BY_SUBJECT, any, 2, more)],
    ['a person of the false matches', put(BY_SUBJECT, any, 0, 'p99')],
    ['mated scores', (folder) => editMated(folder, (scores) => scores.map((score) => score / 2))],
    [
      'one mated score',
      (folder) => editMated(folder, (scores) => scores.with(scores.indexOf(Math.max(...scores)), -0.5)),
    ],
    ['a mated score that is none', (folder) => editMated(folder, (scores) => scores.with(0, Number.NaN))],
    ['a mated score too few', (folder) => editMated(folder, (scores) => scores.slice(1))],
    ['a failure that was taken out', (folder) => removeLine(folder, `${OWN}/failures.csv`, any)],
    ['a failure of somebody else', put(`${OWN}/failures.csv`, any, 0, 'p03/1.jpg')],
    ['whom a sample shows', put('scores/all/samples.csv', having(0, 'p03/1.jpg'), 1, 'p04')],
    ['a sample that stands twice', put('scores/all/samples.csv', having(0, 'p03/1.jpg'), 0, 'p03/2.jpg')],
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
    // The reports name the run's digest, which is another one now.
    return wrong.filter((line) => !/^(report|junit)\./.test(line));
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
