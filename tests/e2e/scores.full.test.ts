import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatComparisons } from '../../src/results/comparison-table.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { peopleText, searchText } from '../results/score-table/tables.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { madeUpTables } from '../support/run.js';

const GENDERS = `subject,gender\n${Array.from({ length: 20 }, (_, k) => `p${k},${k % 2 ? 'f' : 'm'}`).join('\n')}\n`;

/** A folder with one table of each kind. */
function tables(more: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  const files = {
    'pairs.csv': peopleText(20),
    'others.csv': peopleText(15, { seed: 2, prefix: 'other' }),
    'subjects.csv': GENDERS,
    'searches.csv': searchText(8),
    'run.csv': formatComparisons(madeUpTables().comparisons),
    ...more,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const folder = tables();
const scores = (line: string, cwd = folder) => cli(['scores', ...line.split(' ')], { cwd });

async function rowsOf(line: string): Promise<MetricRow[]> {
  const { code, stdout, stderr } = await scores(`${line} --json`);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('falsematch scores', () => {
  it('reads the table of a run as it is', async () => {
    const { code, stdout, stderr } = await scores('run.csv --at 0.1');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/at FMR 1e-1, threshold 0\.28500003\n {4}missed \(FNMR\) .* 2 of 20 \*$/m);
    expect(stdout).toMatch(/accuracy, mean of folds/);
  });

  it('takes every option of 1:1 comparisons', async () => {
    const rows = await rowsOf(
      'pairs.csv --at 1e-1,0.05 --level 0.9 --seed 7 --replicates 100 --two-level --calibrate others.csv --llr --fta 0.02 --subjects subjects.csv --by gender --det det/points.csv',
    );
    const of = (group: string) => new Set(rows.filter((row) => row.group === group).map(({ metric }) => metric));
    expect(of('held-out')).toEqual(new Set(['FNMR@FMR', 'FMR', 'FNMR']));
    expect(of('transactions')).toEqual(new Set(['FAR', 'FRR']));
    expect(of('all')).toContain('Cllr');
    expect(of('gender: f')).toEqual(new Set(['FNMR', 'FMR']));
    expect(new Set(rows.flatMap(({ level }) => level ?? []))).toEqual(new Set([0.9]));
    expect(new Set(rows.flatMap(({ metric, at }) => (metric === 'FMR' ? [at] : [])))).toEqual(
      new Set(['1e-1', '5e-2']),
    );
    const [head, ...points] = readFileSync(join(folder, 'det', 'points.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(head).toBe('threshold,falseMatches,falseNonMatches,fmr,fnmr');
    expect(points[0]).toMatch(/,190,0,1,0$/);
    expect(points.at(-1)).toMatch(/,0,60,0,1$/);
    expect(readdirSync(join(folder, 'det'))).toEqual(['points.csv']);
  });

  it('takes every option of searches', async () => {
    const rows = await rowsOf(
      'searches.csv --search --at 0.25 --calibrate others.csv --gallery-is-sample --det searches-det.csv',
    );
    const metrics = new Set(rows.map(({ metric }) => metric));
    for (const metric of [
      'gallery-size',
      'TPIR@rank',
      'FNIR@FPIR',
      'FPIR',
      'FPIR-predicted',
      'FPIR-predicted-all-pairs',
      'selectivity',
    ])
      expect(metrics).toContain(metric);
    expect(readFileSync(join(folder, 'searches-det.csv'), 'utf8')).toMatch(/^threshold,falseAlarms,misses,fpir,fnir\n/);
  });

  it('prints the same rows as CSV, and the same bytes every time', async () => {
    const [json, csv, again] = await Promise.all([
      rowsOf('run.csv'),
      scores('run.csv --format csv'),
      scores('run.csv --format csv'),
    ]);
    expect(csv.stdout.trimEnd().split('\n')).toHaveLength(json.length + 1);
    expect(csv.stdout).toMatch(/^task,model,dataset,protocol,/);
    expect(again.stdout).toBe(csv.stdout);
    expect((await scores('run.csv --format json')).stdout).toBe(`${JSON.stringify(json, null, 2)}\n`);
  });

  it('draws what the seed says', async () => {
    const interval = async (seed: number) => {
      const rows = await rowsOf(`pairs.csv --at 0.1 --replicates 100 --seed ${seed}`);
      const { value, low, high } = rows.find(({ metric }) => metric === 'd-prime') ?? {};
      return { value, low, high };
    };
    const [one, two] = [await interval(1), await interval(2)];
    expect(two.value).toBe(one.value);
    expect(two).not.toEqual(one);
  });
});

describe('bad input is one sentence on stderr, nothing on stdout, exit 2', () => {
  const bad = tables({
    'nan.csv': 'mated,score\n1,0.5\n0,NaN\n',
    'infinite.csv': 'mated,score\n1,inf\n',
    'missing.csv': 'mated,score\n1,\n',
    'two.csv': 'subject_a,subject_b,mated,score\nann,bob,1,0.5\n',
    'columns.csv': 'mated,score,gender\n1,0.5,f\n',
    'nameless.csv': 'mated,score\n1,0.5\n0,0.1\n',
    'hole.csv': 'a,b,subject_a,subject_b,mated,score\nq,g,s,s,1,1\nr,h,t,t,1,1\n',
    'twice.csv': 'subject,gender\np1,f\np1,m\n',
    'empty.csv': '',
  });
  it.each([
    ['none.csv', 'Cannot read none.csv: there is no such file; check the path.'],
    ['.', 'Cannot read .: it is a folder; name a file.'],
    ['empty.csv', 'empty.csv holds no comparison'],
    ['nan.csv', 'nan.csv, line 3: "score" must be a finite decimal number, such as 0.731; found "NaN"'],
    ['infinite.csv', 'infinite.csv, line 2: "score" must be a finite decimal number'],
    ['missing.csv', 'missing.csv, line 2: has no score'],
    ['two.csv', 'two.csv, line 2: is called mated, and its subjects are two, "ann" and "bob"'],
    ['columns.csv', 'columns.csv has a column that nothing is known of, "gender"'],
    ['pairs.csv --at 0', '--at must be a number between 0 and 1, such as 0.95 or 1e-4; found "0".'],
    ['pairs.csv --at 1e-2,', '--at must be a number between 0 and 1'],
    ['pairs.csv --at 1', 'found "1"'],
    ['pairs.csv --level 95', '--level must be a number between 0 and 1'],
    ['pairs.csv --level 0.9999', 'The level must be above 0 and at most 0.998'],
    ['pairs.csv --replicates 5', 'takes from 39 to 1000000 replicates, found 5'],
    ['pairs.csv --seed 99999999999999999999', 'The seed must be a whole number'],
    ['pairs.csv --fta 2', '--fta must be a rate from 0 to 1, such as 0.02; found "2".'],
    ['pairs.csv --format pdf', 'There is no format named "pdf"'],
    ['pairs.csv --json --format csv', '--json and --format csv contradict each other'],
    ['pairs.csv --by gender', '--by needs a table of the subjects; add --subjects.'],
    ['pairs.csv --subjects subjects.csv', 'add --by, such as --by gender'],
    ['pairs.csv --subjects subjects.csv --by gendre', 'did you mean "gender"?'],
    ['pairs.csv --subjects twice.csv --by gender', 'the subject "p1" stands there twice'],
    ['others.csv --subjects subjects.csv --by gender', 'has none of the subjects of others.csv'],
    ['nameless.csv --two-level', 'needs the columns a, b, subject_a and subject_b'],
    ['pairs.csv --calibrate pairs.csv', 'share 20 subjects'],
    ['pairs.csv --det pairs.csv', '--det pairs.csv would replace a file that is read'],
    ['pairs.csv --det ./subjects.csv --subjects subjects.csv --by gender', 'would replace a file that is read'],
    ['pairs.csv --gallery-is-sample', '--gallery-is-sample is for --search, which is missing.'],
    ['searches.csv --search --llr', '--llr is for 1:1 comparisons and cannot stand with --search.'],
    ['searches.csv --search --by x', '--by is for 1:1 comparisons'],
    ['nameless.csv --search', 'Searches need the columns a (the probe)'],
    ['hole.csv --search', 'no comparison of probe "q" with reference "h"'],
  ])('%s', async (line, message) => {
    const { code, stdout, stderr } = await scores(line, bad);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('and nothing is written', async () => {
    await scores('nan.csv --det det.csv', bad);
    expect(readdirSync(bad)).not.toContain('det.csv');
    expect(readFileSync(join(bad, 'pairs.csv'), 'utf8')).toBe(peopleText(20));
  });
});

it('has examples in its help, with the options that they name', async () => {
  const { stdout } = await cli(['scores', '--help']);
  const examples = [...stdout.matchAll(/^ {2}falsematch scores (.*)$/gm)].map(([, line = '']) => line);
  expect(examples.length).toBeGreaterThanOrEqual(2);
  const cwd = tables({ 'scores.csv': peopleText(20), 'people.csv': GENDERS });
  for (const line of examples) expect((await scores(line, cwd)).code).toBe(0);
});

it('docs/scores.md shows what the commands print of the tables that it shows', async () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'scores.md'), 'utf8');
  const cwd = temporaryFolder();
  for (const [, name = '', table = ''] of text.matchAll(/```csv (\S+)\n([\s\S]*?)```/g))
    writeFileSync(join(cwd, name), table);
  const shown = [...text.matchAll(/```text\n\$ falsematch scores (.*)\n([\s\S]*?)```/g)];
  expect(shown.length).toBeGreaterThanOrEqual(2);
  for (const [, line = '', output] of shown) {
    const { stdout } = await scores(line, cwd);
    expect(output).toBe(stdout);
  }
});
