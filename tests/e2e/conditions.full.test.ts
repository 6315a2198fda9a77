import { appendFileSync, copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unpackInto } from '../../src/catalog/archive.js';
import { readRun } from '../../src/results/read-run.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { runTwice } from '../support/run-twice.js';

const london = mirrorFile('face-research-lab-london-320.tgz');
const lfw = mirrorFile('lfw-deepfunneled.tgz');
const folder = temporaryFolder();
const home = join(folder, 'home');
const MINUTES = 600_000;

const FACES_SUITE = `
name: faces
title: Faces
data: { pictures: few-faces }
systems: [{ model: mobilefacenet-y1 }]
tasks:
  - id: all
    protocol: all-pairs
    data: pictures
    at: ["1e-1"]
  - id: list
    protocol: pairs
    data: pictures
    pairs: { mated: 12, nonMated: 30 }
    at: ["1e-1"]
    conditions:
      thresholdsFrom: all
      through:
        - surgical-mask
        - name: far
          steps: [{ step: pixel-density, density: 120 px/m }, { step: sensor, fullWell: 800 e, readNoise: 8 e }]
        - { sweep: pixel-density, values: [300, 20] }
  - id: both
    protocol: pairs
    data: pictures
    pairs: { mated: 12, nonMated: 30 }
    at: ["1e-1"]
    conditions: { side: both, through: [{ name: dark, steps: [{ step: exposure, by: -3 stops }] }] }
  - id: watch
    protocol: search
    data: pictures
    search: { gallery: { subjects: 6 } }
    at: ["1e-1"]
    conditions: { through: [{ name: dark, steps: [{ step: exposure, by: -3 stops }] }] }
`;

/** The pictures of twelve people, by person. */
async function fewFaces(archive: string): Promise<string> {
  const [all, own] = [join(folder, 'london'), join(folder, 'people')];
  mkdirSync(all);
  await unpackInto(archive, all);
  const pictures = readdirSync(all, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.jpg'));
  for (const path of pictures) {
    const name = path.split('/').at(-1) ?? '';
    const person = name.slice(0, 3);
    if (Number(person) > 14) continue;
    mkdirSync(join(own, person), { recursive: true });
    copyFileSync(join(all, path), join(own, person, name));
  }
  return own;
}

it.skipIf(!london)(
  'faces go through conditions: the same bytes with one worker and with two, and they verify',
  async () => {
    const from = await fewFaces(london ?? '');
    const env = { FALSEMATCH_HOME: home };
    const imported = await cli(['datasets', 'import', 'few-faces', '--layout', 'subject-folders', '--from', from], {
      env,
    });
    expect(imported).toMatchObject({ code: 0 });
    appendFileSync(
      join(home, 'cards', 'datasets', 'few-faces.yaml'),
      '\npixelDensity: { perMetre: 600, by: a guess of the test }\n',
    );
    writeFileSync(join(folder, 'faces.yaml'), FACES_SUITE);
    const { record, rows, tables, bytes } = await runTwice('faces', {
      folder,
      home,
      mirror: process.env.FALSEMATCH_MIRROR,
    });
    expect(record.tasks.map(({ id }) => id)).toEqual([
      ...['all', 'list', 'list.surgical-mask', 'list.far', 'list.pixel-density-300', 'list.pixel-density-20'],
      ...['both', 'both.dark', 'watch', 'watch.dark'],
    ]);
    const find = (task: string, metric: string) =>
      rows.find((row) => row.task === task && row.metric === metric && row.group === 'all');
    expect(find('list.far', 'FNMR')).toMatchObject({ calibration: 'all', trials: 12, condition: 'far' });
    expect(find('list.pixel-density-20', 'FNMR')?.value).toBeGreaterThan(
      find('list.pixel-density-300', 'FNMR')?.value ?? 1,
    );
    expect(find('list.pixel-density-20', 'FTE')?.errors).toBeGreaterThan(0);
    const mask = tables.get('list.surgical-mask')?.systems.get('mobilefacenet-y1');
    expect(mask?.quality).toHaveLength(mask?.samples.length ?? 0);
    expect(mask?.comparisons).not.toEqual(tables.get('list')?.systems.get('mobilefacenet-y1')?.comparisons);
    expect(Object.keys(bytes).filter((path) => path.startsWith('scores/list.far/'))).toEqual(
      ['failures.csv', 'quality.npy', 'scores.npy'].map((file) => `scores/list.far/mobilefacenet-y1/${file}`),
    );
  },
);

const LFW_SUITE = `
name: lfw-size
title: LFW by size
data: { lfw: lfw-deepfunneled }
systems: [{ model: mobilefacenet-y1 }]
tasks:
  - id: list
    protocol: pairs
    data: lfw
    pairs: { mated: 150, nonMated: 200, perSubject: 2 }
    at: ["5e-2"]
    conditions: { through: [{ sweep: pixel-density, values: [250, 90, 45] }] }
`;

/** Of 150 mated comparisons four, of 341 probes ten: less than chance makes where nothing depends on size. */
const TOLERANCE = 0.03;

it.skipIf(!lfw)(
  'fewer pixels per metre leave no fewer faces missed, and no fewer of them found without a template',
  async () => {
    writeFileSync(join(folder, 'lfw-size.yaml'), LFW_SUITE);
    const env = { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
    const run = await cli(['run', 'lfw-size.yaml', '--offline', '--out', 'lfw-size'], { cwd: folder, env });
    expect([run.code, run.code === 0 ? '' : run.stderr]).toEqual([0, '']);
    const { rows } = await readRun(join(folder, 'lfw-size'));
    const rateOf = (size: string, metric: string) => {
      const task = `list.pixel-density-${size}`;
      const row = rows.find((one) => one.task === task && one.metric === metric && one.group === 'all');
      if (row?.value == null) throw new Error(`there is no ${metric} of ${task}`);
      return row.value;
    };
    for (const metric of ['FNMR', 'FTE']) {
      const [large = 1, middle = 1, small = 1] = ['250', '90', '45'].map((size) => rateOf(size, metric));
      expect(middle).toBeGreaterThanOrEqual(large - TOLERANCE);
      expect(small).toBeGreaterThanOrEqual(middle - TOLERANCE);
    }
    // At 90 pixels per metre the eyes are six pixels apart, at 45 three, and a third of such faces is not found.
    expect(rateOf('250', 'FNMR')).toBeLessThan(0.05);
    expect(rateOf('90', 'FNMR')).toBeGreaterThan(0.1);
    expect(rateOf('45', 'FTE')).toBeGreaterThan(rateOf('90', 'FTE') + 0.1);
  },
  MINUTES,
);
