import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

describe('help', () => {
  it('names every command, the exit codes and examples', async () => {
    const { code, stdout } = await cli(['--help']);
    expect(code).toBe(0);
    for (const name of 'run models datasets verify report compare suspects rate scores plates cache doctor'.split(' '))
      expect(stdout).toContain(`  ${name} `);
    expect(stdout).toContain('130 interrupted');
    expect(stdout).toContain('falsematch run quickstart');
  });
});

describe('bad usage is one sentence on stderr, nothing on stdout, exit 2', () => {
  it.each([
    [['run', 'lwf'], 'There is no suite named "lwf"; did you mean "lfw"?'],
    [['run', 'lfw', '--models', 'mobilefacenet-y2'], 'did you mean "mobilefacenet-y1"?'],
    [
      ['run', 'lfw', '--data', 'lfw=lfw-funnelled'],
      'There is no dataset named "lfw-funnelled"; did you mean "lfw-funneled"?',
    ],
    [['run', 'lfw', '--data', 'lfw'], '--data takes key=dataset'],
    [['run', 'lfw', '--workers', '0'], '--workers must be a whole number from 1 to 1024'],
    [['run', 'lfw', '--device', 'gpu'], 'There is no device named "gpu"; did you mean "cpu"?'],
    [['run', 'lfw', '--device', 'sfaze=webgpu'], 'There is no model of this suite (--device) named "sfaze"'],
    [['models', 'check', '--device', 'webgpu'], 'Say which models are to be checked'],
    [['models', 'check', 'sface', '--device', 'cpu'], '--device cpu has nothing to be held against'],
    [['run', 'none.yaml'], 'The suite file none.yaml does not exist'],
    [['models', 'show', 'scrfd-500'], 'did you mean "scrfd-500m"?'],
    [['datasets', 'import', 'my-set', '--from', '.'], 'For your own pictures add --layout'],
    [['verify', '.'], '. is not a complete run directory: it has no run.json'],
    [['report', '.', '--format', 'pdf'], 'There is no report format named "pdf"'],
    [['cache', 'purge', 'template'], 'did you mean "templates"?'],
    [['help', 'rnu'], 'There is no command named "rnu"; did you mean "run"?'],
    [['help', 'models', 'shwo'], 'There is no command named "shwo"; did you mean "show"?'],
    [['claims', 'check', 'belgrad-2019'], 'There is no claim file named "belgrad-2019"; did you mean "belgrade-2019"?'],
    [['conditions', 'show', 'city-4k-dya-15m'], 'did you mean "city-4k-day-15m"?'],
    [['run', 'lfw', '--conditions', 'cpa'], 'There is no condition named "cpa"; did you mean "cap"?'],
    [['datasets', 'import', 'x', '--from', '.', '--layout', 'ccdp'], 'did you mean "ccpd"?'],
    [['datasets', 'remove', 'lfw'], 'There is no copy of a dataset named "lfw" here; see "falsematch datasets ls".'],
    [['datasets', 'remove', '../..'], '"../.." is no name of a dataset'],
    [['scores', 'x.csv', '--format', 'txt'], 'There is no format named "txt"; did you mean "text"?'],
    [['plates', 'draw', '--out', 'drawn', '--formats', 'serbai'], 'did you mean "serbia"?'],
    [['plates', 'draw', '--out', 'drawn', '--conditions', 'drit'], 'did you mean "dirt"?'],
  ])('%j', async (args, message) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await cli([...args, ...(args[0] === 'run' ? ['--offline'] : [])], {
      cwd: folder,
      env: { FALSEMATCH_HOME: join(folder, 'home') },
    });
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('    at ');
    expect([code, stdout]).toEqual([2, '']);
  });

  it('commander refuses unknown options and commands', async () => {
    expect(await cli(['run', 'lfw', '--worker', '2'])).toMatchObject({ code: 2, stdout: '' });
    expect(await cli(['rnu'])).toMatchObject({ code: 2, stderr: expect.stringContaining('(Did you mean run?)') });
    expect(await cli(['models', 'shwo', 'x'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('(Did you mean show?)'),
    });
    expect(await cli(['run', 'lfw', '--modles', 'x'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('(Did you mean --models?)'),
    });
  });
});

describe('places', () => {
  it('an --out that is taken is refused before any work', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'mine.txt'), 'mine');
    const { code, stderr } = await cli(['run', 'lfw', '--offline', '--out', 'taken'], {
      cwd: folder,
      env: { FALSEMATCH_HOME: join(folder, 'home') },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('taken exists already and is not empty');
    expect(readdirSync(join(folder, 'taken'))).toEqual(['mine.txt']);
  });

  it('a file where the home folder should be is refused', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'home'), '');
    const { code, stderr } = await cli(['run', 'lfw', '--offline'], {
      cwd: folder,
      env: { FALSEMATCH_HOME: join(folder, 'home') },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('as the home folder');
    expect(readdirSync(folder)).toEqual(['home', 'runs']);
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });

  it('a suite of which nothing can be had says so for each system, leaves nothing behind, exit 2', async () => {
    const folder = temporaryFolder();
    const { code, stderr } = await cli(['run', 'quickstart', '--offline'], {
      cwd: folder,
      env: { FALSEMATCH_HOME: join(folder, 'home') },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('No system of suite quickstart can be measured here');
    expect(stderr).toContain('--offline');
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });

  it('a card with an unknown field is named with its file', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'cards', 'models'), { recursive: true });
    writeFileSync(join(folder, 'cards', 'models', 'mine.yaml'), 'name: mine\nkind: face-template\nlicense: MIT\n');
    const { code, stderr } = await cli(['models', 'ls'], { env: { FALSEMATCH_HOME: folder } });
    expect(code).toBe(2);
    expect(stderr).toContain(join(folder, 'cards', 'models', 'mine.yaml'));
  });
});

it('lists, shows and checks without touching the network', async () => {
  const home = temporaryFolder();
  const env = { FALSEMATCH_HOME: home };
  const models = await cli(['models', 'ls'], { env });
  expect(models.stdout).toMatch(/^mobilefacenet-y1 +face-template +absent +research-only/m);
  const shown = await cli(['datasets', 'show', 'lfw-funneled', '--json'], { env });
  expect(JSON.parse(shown.stdout)).toMatchObject({ name: 'lfw-funneled', here: false });
  expect((await cli(['models', 'check'], { env })).stdout).toBe('No model is here yet.\n');
  expect((await cli(['datasets', 'check'], { env })).stdout).toBe('No dataset is here yet.\n');
  expect((await cli(['models', 'check', 'sface'], { env })).code).toBe(2);
  expect((await cli(['cache', 'ls', '--json'], { env })).stdout).toContain('"templates"');
});

describe("what is not falsematch's own stays", () => {
  it('purge deletes what it knows, and nothing else in the folder', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'datasets', 'thesis'), { recursive: true });
    writeFileSync(join(home, 'datasets', 'thesis', 'chapter.txt'), 'mine');
    mkdirSync(join(home, 'datasets', 'my-set'));
    writeFileSync(join(home, 'datasets', 'my-set.sha256'), '');
    mkdirSync(join(home, 'templates', 'a'.repeat(64)), { recursive: true });
    const { code } = await cli(['cache', 'purge', 'datasets', 'templates', '--home', home]);
    expect(code).toBe(0);
    expect(readdirSync(join(home, 'datasets'))).toEqual(['thesis']);
    expect(readdirSync(join(home, 'templates'))).toEqual([]);
  });

  it('--out does not replace the folder one stands in', async () => {
    const folder = temporaryFolder();
    for (const out of ['.', '']) {
      const { code, stderr } = await cli(['run', 'lfw', '--offline', '--out', out], {
        cwd: folder,
        env: { FALSEMATCH_HOME: join(folder, 'home') },
      });
      expect([code, stderr]).toEqual([2, expect.stringContaining('--out must name a new folder')]);
    }
  });
});

it('a reader that has seen enough ends the output quietly', () => {
  const main = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${main}" models ls --home "${temporaryFolder()}" | true`],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});
