import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MetricRow } from '../../src/results/metric-row.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { npmFile } from '../support/npm-file.js';

const feature = npmFile('fr_feature.onnx');
const folder = temporaryFolder();
const home = join(folder, 'home');
const env = { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_NPM_FILES ?? '' };
const models = (...args: readonly string[]) => cli(['models', ...args], { cwd: folder, env });

describe.skipIf(!feature || !npmFile('sample1.jpg'))(
  'a new ONNX face model from its file',
  { timeout: 300_000 },
  () => {
    it('is one command, and one card below the home folder', async () => {
      copyFileSync(feature ?? '', join(folder, 'somebodys.onnx'));
      const { code, stdout, stderr } = await models(
        'add',
        'somebodys.onnx',
        '--name',
        'somebodys',
        '--like',
        'faceplugin-feature',
      );
      expect(code, stderr).toBe(0);
      expect(stdout).toContain(
        'somebodys: 512 numbers, float32, fed 112x112 BGR (x - 127) / 128, NCHW; lowest cosine -0.',
      );
      expect(stdout).toContain('falsematch run quickstart --with somebodys');
      expect(readFileSync(join(home, 'cards', 'models', 'somebodys.yaml'), 'utf8')).toContain(
        'rewrites:\n  - prelu-as-relu',
      );
    });

    it('is measured beside the suite, without the file it came from, and does as well as the same file under its own card', async () => {
      writeFileSync(join(folder, 'somebodys.onnx'), 'gone');
      const run = [
        'run',
        'quickstart',
        '--with',
        'somebodys',
        '--models',
        'somebodys',
        'faceplugin-feature',
        '--offline',
      ];
      const { code, stderr } = await cli([...run, '--out', 'run'], { cwd: folder, env });
      expect(code, stderr).toBe(0);
      const rows = JSON.parse(readFileSync(join(folder, 'run', 'metrics.json'), 'utf8')) as MetricRow[];
      const of = (name: string) => rows.filter(({ model }) => model === name).map(({ model: _, ...row }) => row);
      expect(of('somebodys').length).toBeGreaterThan(20);
      expect(of('somebodys')).toEqual(of('faceplugin-feature'));
    });

    it('is one card by hand as well', async () => {
      mkdirSync(join(folder, 'weights'));
      copyFileSync(feature ?? '', join(folder, 'weights', 'by-hand.onnx'));
      const card = readFileSync(join(home, 'cards', 'models', 'somebodys.yaml'), 'utf8')
        .replaceAll('name: somebodys.onnx', 'name: by-hand.onnx')
        .replaceAll('name: somebodys', 'name: by-hand');
      writeFileSync(join(home, 'cards', 'models', 'by-hand.yaml'), card);
      expect((await models('pull', 'by-hand', '--mirror', 'weights')).code).toBe(0);
      const { code, stdout } = await models('check', 'by-hand');
      expect([code, stdout]).toEqual([
        0,
        expect.stringMatching(/^by-hand: ok \(cache\); lowest cosine -0\.\d\d between 8 drawn/),
      ]);
    });

    it('that does not fit its card is told, and stops a run', async () => {
      const path = join(home, 'cards', 'models', 'by-hand.yaml');
      const card = readFileSync(path, 'utf8');
      for (const [changed, why] of [
        [card.replace('dimensions: 512', 'dimensions: 128'), 'gives 512 numbers, its card says 128'],
        [
          card.replace('kind: face-template', 'kind: face-template\nformat: tfjs-graph'),
          'is not JSON, expected a TensorFlow.js graph model',
        ],
      ] as const) {
        writeFileSync(path, changed);
        const checked = await models('check', 'by-hand');
        expect([checked.code, checked.stdout]).toEqual([2, expect.stringContaining(why)]);
        expect(checked.stdout).toMatch(/^by-hand: wrong, /);
        const args = ['run', 'quickstart', '--with', 'by-hand', '--models', 'by-hand', '--offline', '--out', 'never'];
        const ran = await cli(args, { cwd: folder, env });
        expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining(why)]);
      }
      expect(existsSync(join(folder, 'never'))).toBe(false);
    });
  },
);

describe.skipIf(!npmFile('mobilefacenet.bin') || !feature)(
  'a model that gives everybody the same template',
  { timeout: 300_000 },
  () => {
    it('is found, with what was measured', async () => {
      const { code, stdout, stderr } = await models('check', 'human-mobilefacenet', 'faceplugin-feature');
      expect(code).toBe(2);
      expect(stdout).toMatch(
        /^human-mobilefacenet: collapsed, it gives nearly the same template whatever it sees: the lowest cosine between 12 photographed faces is 0\.99\d\d\nfaceplugin-feature: ok/,
      );
      expect(stderr).toContain('Not right: human-mobilefacenet; the lines say why');
      const json = await models('check', 'human-mobilefacenet', '--json');
      const [checked] = JSON.parse(json.stdout);
      expect([json.code, checked.name, checked.state]).toEqual([2, 'human-mobilefacenet', 'collapsed']);
      expect(checked.templates).toMatchObject({
        drawn: { state: 'collapsed', pictures: 8, lowest: expect.closeTo(0.996, 2) },
        faces: { state: 'collapsed', pictures: 12, lowest: expect.closeTo(0.999, 2) },
      });
    });

    it('is listed as not measured in a run, which goes on with the others', async () => {
      const run = [
        'run',
        'quickstart',
        '--offline',
        '--with',
        'human-mobilefacenet',
        '--models',
        'human-mobilefacenet',
      ];
      const { code, stderr } = await cli([...run, 'faceplugin-feature', '--out', 'without'], { cwd: folder, env });
      expect(code, stderr).toBe(0);
      const record = JSON.parse(readFileSync(join(folder, 'without', 'run.json'), 'utf8')) as RunRecord;
      expect(record.systems.map(({ name }) => name)).toEqual(['faceplugin-feature']);
      expect(record.notMeasured).toEqual([
        {
          what: 'human-mobilefacenet',
          reason: expect.stringMatching(
            /^human-mobilefacenet is collapsed: it gives nearly the same template whatever it sees: the lowest cosine between 8 pictures that have nothing in common is 0\.99\d\d$/,
          ),
        },
      ]);
      const alone = await cli([...run, '--out', 'alone'], { cwd: folder, env });
      expect([alone.code, alone.stderr]).toEqual([
        2,
        expect.stringContaining('No system of suite quickstart can be measured here'),
      ]);
    });
  },
);
