import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { npmFile } from '../support/npm-file.js';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = temporaryFolder();
const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip', FALSEMATCH_HOME: join(folder, 'home') };
const inFolder = (command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  execFileSync(command, args, {
    cwd: folder,
    env: { ...env, ...more },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });

beforeAll(() => {
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: 'ignore' });
  writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
  inFolder('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`]);
});

it('holds what a run needs and nothing of the tests', () => {
  const installed = join(folder, 'node_modules', 'falsematch');
  expect(readdirSync(installed).sort()).toEqual([
    'LICENSE',
    'README.md',
    'claims',
    'conditions',
    'datasets',
    'dist',
    'models',
    'package.json',
    'suites',
  ]);
});

it('brings the claim files along', () => {
  const named = inFolder(join('node_modules', '.bin', 'falsematch'), ['claims', 'ls']);
  expect(named).toMatch(/^belgrade-2019 +19 /m);
});

it('the installed command answers', () => {
  expect(inFolder(join('node_modules', '.bin', 'falsematch'), ['--version']).trim()).toBe(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
  );
});

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
const photo = npmFile('sample1.jpg');
let printed = '';

// The example is the quickstart, which draws and reads plates: most of a minute on two cores.
beforeAll(() => {
  if (!photo) return;
  mkdirSync(join(folder, 'example'));
  // The example is JavaScript too: it has no types to strip.
  writeFileSync(join(folder, 'example.js'), example);
  printed = inFolder('node', ['example.js'], { FALSEMATCH_MIRROR: process.env.FALSEMATCH_NPM_FILES ?? '' });
});

it.skipIf(!photo)("the README's example runs as written against the installed package", () => {
  expect(example).toContain("from 'falsematch'");
  expect(printed).toMatch(/faceplugin-feature FMR 1e-1 0\.\d+ \[0\.\d+, 0\.\d+\] \d+ of 31/);
  expect(printed).toContain('wrong: []');
});
