import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SpeedReport } from '../../src/speed/speed-report.js';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { npmFile } from '../support/npm-file.js';

const real = npmFile('sample1.jpg') !== undefined && npmFile('fr_feature.onnx') !== undefined;
const ARGS = ['speed', 'quickstart', '--models', 'faceplugin-feature', '--offline'];

/** A folder with a home and a place for scratch of its own. */
function place() {
  const folder = temporaryFolder();
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const env = {
    FALSEMATCH_HOME: join(folder, 'home'),
    FALSEMATCH_MIRROR: process.env.FALSEMATCH_NPM_FILES ?? '',
    TMPDIR: scratch,
  };
  // What a library puts there (onnxruntime has a log of its own) is no template.
  const left = () => [
    ...readdirSync(scratch).filter((name) => name.startsWith('falsematch')),
    ...readdirSync(join(folder, 'home', 'templates')),
  ];
  return { folder, env, left };
}

it.skipIf(!real)('prints tables and writes the same as JSON, and leaves nothing else', async () => {
  const { folder, env, left } = place();
  const asked = ['--pictures', '2', '--rounds', '2', '--workers', '2', '--out', 'speed.json'];
  const { code, stdout, stderr } = await cli([...ARGS, ...asked], { cwd: folder, env });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/Wrote speed\.json\n$/)]);
  expect(stdout).toMatch(/^Speed of the systems of suite quickstart\nMeasured on .*, \d+ cores?, Node v/);
  for (const stage of ['load', 'detect', 'warp', 'template', 'whole picture', 'network of template']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${stage} +[\\d.]+ +[\\d.]+ +[\\d.]+ +[\\d.]+ +[\\d.]+ +\\d+$`, 'm'));
  }
  for (const row of ['pictures, 1 worker', 'templates, 2 workers', 'share of the ceiling', '2 workers against one']) {
    expect(stdout).toMatch(new RegExp(`^ {2}${row} +[\\d.]+ +[\\d.]+ +[\\d.]+$`, 'm'));
  }
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  const written = readFileSync(join(folder, 'speed.json'), 'utf8');
  const report = JSON.parse(written) as SpeedReport;
  expect(report).toMatchObject({ schema: 'falsematch-speed/1', settings: { pictures: 2, rounds: 2, workers: 2 } });
  expect(report.systems).toMatchObject([{ state: 'timed', name: 'faceplugin-feature', pictures: 2, rounds: 2 }]);
  expect(written).not.toContain(folder);
  expect(readdirSync(folder).sort()).toEqual(['home', 'scratch', 'speed.json']);
  expect(left()).toEqual([]);

  // Nothing is written over it, and that is found out before any work.
  const again = await cli([...ARGS, ...asked], { cwd: folder, env });
  expect(again).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^speed\.json exists already/) });
  expect(readFileSync(join(folder, 'speed.json'), 'utf8')).toBe(written);
});

it.skipIf(!real)('gives JSON where it is asked for, and says what could not be measured', async () => {
  const { folder, env, left } = place();
  const suite = join(folder, 'two.yaml');
  writeFileSync(
    suite,
    `name: two
title: Two
data: { photos: face-api-group-photos }
defaults: { detector: faceplugin-detect, policy: largest }
systems: [{ model: faceplugin-feature }, { model: sface }]
tasks: [{ id: faces, protocol: co-occurrence, data: photos, at: ['1e-1'] }]
`,
  );
  const { code, stdout, stderr } = await cli(
    ['speed', suite, '--offline', '--pictures', '1', '--rounds', '1', '--workers', '1', '--json', '--quiet'],
    { cwd: folder, env },
  );
  const report = JSON.parse(stdout) as SpeedReport;
  expect(code).toBe(0);
  expect(report.systems.map(({ name }) => name)).toEqual(['faceplugin-feature']);
  expect(report.notMeasured).toMatchObject([{ what: 'sface' }]);
  expect(stderr).toMatch(/^Not measured: sface\./);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(left()).toEqual([]);
});

it.skipIf(!real)('Ctrl-C ends it between pictures with 130, without a file and without scratch', async () => {
  const { folder, env, left } = place();
  let killed = false;
  const { code, stdout, stderr } = await cli([...ARGS, '--rounds', '500', '--out', 'speed.json'], {
    cwd: folder,
    env,
    onStderr(text, kill) {
      if (killed || !text.includes('pictures, faceplugin-feature')) return;
      killed = true;
      // By then it is within a pass of the workers, or a picture alone.
      setTimeout(() => kill('SIGINT'), 3000);
    },
  });
  expect([code, stdout]).toEqual([130, '']);
  expect(stderr).toMatch(/Interrupted\. Nothing of it is kept: half a measurement of speed is none\.\n$/);
  expect(existsSync(join(folder, 'speed.json'))).toBe(false);
  expect(left()).toEqual([]);
});

describe('bad usage is one sentence on stderr, nothing on stdout, exit 2', () => {
  it.each([
    [['speed', 'lwf'], 'There is no suite named "lwf"; did you mean "lfw"?'],
    [['speed', 'lfw', '--models', 'mobilefacenet-y2'], 'did you mean "mobilefacenet-y1"?'],
    [['speed', 'lfw', '--data', 'lfw=lfw-funnelled'], 'did you mean "lfw-funneled"?'],
    [['speed', 'lfw', '--data', 'lfw'], '--data takes key=dataset'],
    [['speed', 'lfw', '--of', 'lwf'], 'There is no key of "data" in suite lfw named "lwf"; did you mean "lfw"?'],
    [['speed', 'lfw', '--condition', 'cpa'], 'There is no condition named "cpa"; did you mean "cap"?'],
    [['speed', 'lfw', '--condition', 'lane-day'], 'The condition lane-day is about plates, and'],
    [['speed', 'lfw', '--rounds', '0'], '--rounds must be a whole number from 1 on, not 0.'],
    [['speed', 'lfw', '--pictures', '0'], '--pictures must be a whole number from 1 on, not 0.'],
    [['speed', 'lfw', '--workers', '0'], '--workers must be a whole number from 1 to 1024'],
    [['speed', 'lfw', '--out', '.'], '. exists already'],
  ])('%j', async (args, message) => {
    const folder = temporaryFolder();
    const env = { FALSEMATCH_HOME: join(folder, 'home') };
    const { code, stdout, stderr } = await cli([...args, '--offline'], { cwd: folder, env });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('what is no number', async () => {
    expect(await cli(['speed', 'lfw', '--rounds', 'two'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('a suite of which nothing can be had', async () => {
    const folder = temporaryFolder();
    const env = { FALSEMATCH_HOME: join(folder, 'home') };
    const { code, stdout, stderr } = await cli(['speed', 'quickstart', '--offline', '--out', 'a.json'], {
      cwd: folder,
      env,
    });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('No system of suite quickstart can be measured here');
    expect(readdirSync(folder)).toEqual(['home']);
  });
});
