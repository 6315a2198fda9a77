import { mkdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { runRecordSchema } from '../../src/results/run-record.js';
import { LONDON, londonPictures } from '../faces/london.js';
import { temporaryFolder } from '../support/catalog.js';
import { type CliResult, cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { softwareGpu } from '../support/software-gpu.js';
import { TEST_HOME } from '../support/test-home.js';

// Slow (seconds for every picture), but the same path as on a real one: so what comes out is checked, and never how fast.
const gpu = softwareGpu();
const files = ['mobilefacenet_y1.onnx', 'det_500m.onnx', 'cct_xs_v1_global.onnx', LONDON];
const ready = gpu !== undefined && files.every(mirrorFile);
const folder = temporaryFolder();
const home = join(folder, 'home');
const mirror = { FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
const env = { ...mirror, FALSEMATCH_HOME: home };

const run = (out: string, device: readonly string[], also: Record<string, string> = gpu ?? {}) =>
  cli(['run', 'own', '--data', 'pictures=two', '--models', 'mobilefacenet-y1', '--offline', '--out', out, ...device], {
    cwd: folder,
    env: { ...env, ...also },
  });
const recordOf = (out: string) =>
  runRecordSchema.parse(JSON.parse(readFileSync(join(folder, out, 'run.json'), 'utf8')));
const scoresOf = (out: string) =>
  readFileSync(join(folder, out, 'scores/pairs/mobilefacenet-y1/comparisons.csv'), 'utf8');

/** Four pictures of two people, imported as a dataset. */
beforeAll(async () => {
  if (!ready) return;
  for (const [id, { data, width, height }] of await londonPictures(4)) {
    const person = join(folder, 'people', id.slice(0, 3));
    mkdirSync(person, { recursive: true });
    const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
      .jpeg()
      .toBuffer();
    await writeFile(join(person, `${id}.jpg`), jpeg);
  }
  const args = ['--layout', 'subject-folders', '--from', 'people', '--licence', 'CC BY 4.0', '--consent', 'signed'];
  expect(await cli(['datasets', 'import', 'two', ...args], { cwd: folder, env })).toMatchObject({ code: 0 });
});

it.skipIf(!ready)(
  'a detector, a template model and a reader of plates give on WebGPU what they give on the processor',
  async () => {
    // The photographs come by npm, and are kept in the home of the tests.
    const args = ['mobilefacenet-y1', 'scrfd-500m', 'fast-plate-ocr-cct-xs-v1-global'];
    const { code, stdout, stderr } = await cli(
      ['models', 'check', ...args, '--device', 'webgpu', '--pictures', '1', '--json', '--home', TEST_HOME],
      { cwd: folder, env: { ...env, ...gpu } },
    );
    expect(code, stderr).toBe(0);
    const checks = JSON.parse(stdout);
    expect(
      checks.map(({ model, device, parity }: never) => [model, device, (parity as { state: string }).state]),
    ).toEqual(args.map((model) => [model, 'webgpu', 'passed']));
    for (const { parity } of checks) expect(parity.decisions.changed).toBe(0);
    expect(checks[0].parity.lowestCosine).toBeGreaterThanOrEqual(0.9999);
    expect(checks[0].parity.compared).toBe(3);
  },
  600_000,
);

it.skipIf(!ready)(
  'a run on WebGPU decides as one on the processor, says where it ran, and that nobody checked it',
  async () => {
    expect(await run('processor', [])).toMatchObject({ code: 0 });
    const { code, stdout, stderr } = await run('device', ['--device', 'webgpu', 'scrfd-500m=cpu']);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Not known to give what the processor gives: mobilefacenet-y1 on webgpu');
    const { environment, systems } = recordOf('device');
    expect(environment.device).toBe('cpu, webgpu');
    expect(systems[0]).toMatchObject({
      model: { placement: { device: 'webgpu', runsOn: ['webgpu'], parity: 'not-checked' } },
    });
    expect(systems[0]?.detector?.placement).toBeUndefined();
    expect(recordOf('processor').environment.device).toBe('cpu');
    const [here, there] = [scoresOf('processor'), scoresOf('device')].map((text) =>
      text
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => Number(line.split(',').at(-1))),
    );
    expect(there).toHaveLength(here?.length ?? 0);
    for (const [i, score] of here!.entries()) expect(there![i]).toBeCloseTo(score, 4);
    // From the cache, which keeps what a device gave apart from what the processor gave.
    const again = await run('again', ['--device', 'webgpu', 'scrfd-500m=cpu']);
    expect(again.stdout).toContain('0 pictures extracted, 4 from the cache');
  },
  600_000,
);

const refused = ({ code, stderr }: CliResult) => [code, stderr.trim().split('\n').at(-1)] as const;

it.skipIf(!ready)(
  'a device that is not there is said to be missing, and nothing falls back to the processor',
  async () => {
    const nothing = { VK_ICD_FILENAMES: '/nowhere.json', VK_DRIVER_FILES: '/nowhere.json' };
    const [code, line] = refused(await run('none', ['--device', 'webgpu'], nothing));
    expect([code, line]).toEqual([
      2,
      expect.stringMatching(
        /^mobilefacenet_y1\.onnx cannot run on webgpu \(.+\): it needs a graphics driver: .+ --device cpu\.$/,
      ),
    ]);
  },
);

it.skipIf(!mirrorFile('mobilefacenet_y1.onnx'))(
  'says how the files of CUDA are had, and who has the others',
  async () => {
    const check = async (device: string) =>
      refused(await cli(['models', 'check', 'mobilefacenet-y1', '--device', device], { cwd: folder, env }));
    const [code, cuda] = await check('cuda');
    expect(code).toBe(2);
    expect(cuda).toMatch(/^mobilefacenet_y1\.onnx cannot run on cuda \(.+--onnxruntime-node-install=cuda12.+\.$/);
    if (process.platform === 'linux') {
      expect((await check('coreml'))[1]).toMatch(
        /\(onnxruntime-node for linux x64 has cpu, .+\): it comes with macOS;/,
      );
    }
  },
);
