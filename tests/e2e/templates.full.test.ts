import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { templateFigures } from '../../src/benchmark/own-templates.js';
import { scorePairs } from '../../src/comparison/pair-scores.js';
import { readyTemplates } from '../../src/comparison/templates.js';
import { decodeNpy, encodeNpy } from '../../src/files/npy.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { gaussian } from '../support/gaussian.js';

const folder = temporaryFolder();
const DIMENSIONS = 16;
const PEOPLE = 40;

/** Three templates of each of forty people, not of unit length. */
function madeUp(): { data: Float32Array; subjects: string[] } {
  const normal = gaussian(5);
  const data = new Float32Array(3 * PEOPLE * DIMENSIONS);
  const subjects: string[] = [];
  for (let person = 0; person < PEOPLE; person += 1) {
    const centre = Array.from({ length: DIMENSIONS }, () => 3 * normal());
    for (let k = 0; k < 3; k += 1) {
      const row = subjects.push(`person ${person}`) - 1;
      for (let d = 0; d < DIMENSIONS; d += 1) data[row * DIMENSIONS + d] = (centre[d] ?? 0) + 2 * normal();
    }
  }
  return { data, subjects };
}

const { data, subjects } = madeUp();
const templates = { data, dimensions: DIMENSIONS };

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

function putRows(name: string, rows: readonly number[], change: (values: Float32Array) => void = () => {}) {
  const values = Float32Array.from(rows.flatMap((row) => [...data.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)]));
  change(values);
  put(`${name}.npy`, encodeNpy(values, [rows.length, DIMENSIONS]));
  return [`${name}.npy`, put(`${name}.csv`, `subject\n${rows.map((row) => subjects[row]).join('\n')}\n`)] as const;
}

const everything = Array.from(subjects, (_, row) => row);
const [all, names] = putRows('all', everything);
const gallery = putRows(
  'gallery',
  everything.filter((row) => row % 3 === 0 && row < 60),
);
const probes = putRows(
  'probes',
  everything.filter((row) => row % 3 !== 0 || row >= 60),
);
const run = (...args: string[]) => cli(['templates', ...args], { cwd: folder });

describe('falsematch templates', () => {
  it('measures every pair, as the library does, and writes scores that are those of a list of pairs', async () => {
    const { code, stdout } = await run(all, '--subjects', names, '--at', '1e-1,1e-2', '--out', 'scores', '--json');
    expect(code).toBe(0);
    const { rows } = await templateFigures({ templates, subjects }, { at: ['1e-1', '1e-2'], name: all });
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(rows)));
    expect(rows.some(({ metric }) => metric === 'FTE')).toBe(false);
    const read = (name: string) => decodeNpy(readFileSync(join(folder, 'scores', `${name}.npy`)), name);
    const [scores, pairs] = [read('mated-scores'), read('mated-pairs')];
    expect([scores.shape, pairs.shape]).toEqual([[3 * PEOPLE], [3 * PEOPLE, 2]]);
    const unit = readyTemplates(templates, 'cosine', 'own');
    const template = (row: number) => unit.data.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    const listed = await scorePairs(
      Array.from({ length: 3 * PEOPLE }, (_, k) => ({
        probe: template(pairs.data[2 * k] ?? 0),
        reference: template(pairs.data[2 * k + 1] ?? 0),
      })),
    );
    expect(scores.data).toEqual(listed);
    expect(read('non-mated-counts').data[0]).toBe((120 * 119) / 2 - 3 * PEOPLE);
  });

  it('searches probes in a gallery, one search a sample or a passage', async () => {
    const args = [gallery[0], '--subjects', gallery[1], '--probes', probes[0], '--probe-subjects'];
    const found = await run(...args, probes[1], '--at', '1e-1', '--out', 'found');
    expect([found.code, found.stdout]).toEqual([0, expect.stringMatching(/One search a sample/)]);
    expect(found.stdout).toMatch(/mate comes first \(TPIR\) +[\d.]+% \[[\d., ]+\] \d+ of 40/);
    expect(found.stdout).toMatch(/false alarms, target 1e-1 +[\d.]+% \[[\d., ]+\] \d of 60/);
    expect(found.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const ranks = decodeNpy(readFileSync(join(folder, 'found', 'ranks.npy')), 'ranks');
    expect(ranks.shape).toEqual([100]);
    const passages = readFileSync(join(folder, probes[1]), 'utf8')
      .trim()
      .split('\n')
      .map((subject, line) => (line === 0 ? 'subject,passage' : `${subject},walk of ${subject}`));
    const walks = await run(
      ...args,
      put('walks.csv', `${passages.join('\n')}\n`),
      '--at',
      '1e-1',
      '--consolidate',
      'mean',
    );
    expect(walks.stdout).toMatch(/One search a passage/);
    expect(walks.stdout).toMatch(/mate comes first \(TPIR\) +[\d.]+% \[[\d., ]+\] \d+ of 20/);
  });

  it.each([
    [[all, '--subjects', gallery[1]], 'gallery.csv names 20 subjects, and all.npy holds 120 templates'],
    [
      [...putRows('nan', [0, 1, 3], (values) => void values.fill(Number.NaN, 16, 17))],
      'template 1 holds a number that',
    ],
    [[...putRows('zero', [0, 1, 3], (values) => void values.fill(0, 32))], 'template 2 is all zeros'],
    [[...putRows('one', [0, 1, 2])], 'samples of two subjects or more'],
    [[put('flat.npy', encodeNpy(new Float32Array(4), [4])), names], 'must hold one template a row'],
    [[put('text.npy', 'hello'), names], 'text.npy is not a .npy file'],
    [[all, put('twice.csv', 'subject,sample\na,x\nb,x\n')], 'the sample "x" stands there twice'],
    [[all, put('empty.csv', 'subject\n""\n')], 'a template needs its subject'],
    [[all, put('other.csv', 'person\nann\n')], 'must have the column subject'],
    [[all, names, '--at', '0'], '--at must be a number between 0 and 1'],
    [[all, names, '--probes', all], '--probes and --probe-subjects belong together'],
    [[all, names, '--consolidate', 'mean'], '--consolidate is for searches'],
    [[all, names, '--probes', all, '--probe-subjects', names, '--consolidate', 'men'], 'did you mean "mean"'],
    [
      [
        all,
        put('ids.csv', `subject,sample\n${subjects.map((subject, row) => `${subject},${row}`).join('\n')}\n`),
        '--probes',
        all,
        '--probe-subjects',
        'ids.csv',
      ],
      'The sample 0 is a probe and in the gallery',
    ],
  ])('refuses %s in one sentence', async ([file = '', subjectsFile = '', ...more], sentence) => {
    const args =
      subjectsFile === '--subjects' ? [file, subjectsFile, ...more] : [file, '--subjects', subjectsFile, ...more];
    const { code, stderr, stdout } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
