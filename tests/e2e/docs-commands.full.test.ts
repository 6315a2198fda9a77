import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSuite } from '../../src/benchmark/load-suite.js';
import { temporaryFolder } from '../support/catalog.js';
import { type CliResult, cli } from '../support/cli.js';
import { documentedCommands, documentedFiles, shownOutputs } from '../support/docs/documented-commands.js';
import { addFromMirror, addFromNpm, fillScratch, joinMirrors } from '../support/docs/scratch.js';
import { askServer, freePort } from '../support/docs/served.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';

const ROOT = join(import.meta.dirname, '..', '..');

/** Suites that take minutes to hours: of a line that runs one, only the line and the suite are checked. */
const LONG_SUITES: Readonly<Record<string, string>> = {
  lfw: 'lfw.full.test.ts runs it whole and compares it with the published run',
  'lfw-gender': 'lfw.full.test.ts runs it whole and compares it with the published run',
  'lfw-tfjs':
    'minutes of LFW; quickstart and models-add run models of TensorFlow.js, published.full.test.ts verifies its published run',
  london: 'london-groups.full.test.ts and lfw.full.test.ts run it whole',
  plates: 'plates.full.test.ts runs it with a system',
  street:
    'hours; through-conditions.full.test.ts runs such tasks, and published.full.test.ts verifies its published run',
  'watch-list':
    'minutes of all of LFW; benchmark/protocols measures such lists, and lfw.full.test.ts searches the same pictures',
  packs: 'its data must be asked for; face-sets.full.test.ts runs such a pack',
  'ijb-c': 'its data must be asked for; face-sets.full.test.ts runs such templates',
  transfer: 'minutes of all of LFW; groups.full.test.ts and lfw.full.test.ts run both of its datasets',
};

/** Lines that take too long and that another test runs. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  'verify results/lfw': 'lfw.full.test.ts verifies it, in minutes',
  'verify results/london': 'published.full.test.ts verifies it',
  'verify results/lfw-tfjs': 'published.full.test.ts verifies it',
  'claims check belgrade-2019 --run results/belgrade --out belgrade.html':
    'claims.full.test.ts runs it and reads the page',
  'speed lfw': 'speed.full.test.ts runs the command on another suite; this takes minutes',
  'datasets import cfp-fp-pack --from cfp_fp.bin': 'face-sets.full.test.ts imports such a pack',
  'datasets import scface --from SCface_database': 'face-sets.full.test.ts imports such a copy',
  'datasets import ijb-c --from IJBC': 'face-sets.full.test.ts imports such a copy',
  'run scface.yaml': 'face-sets.full.test.ts runs such pairs',
  'models check mobilefacenet-y1 --device webgpu': 'webgpu.full.test.ts runs it where there is Vulkan in software',
  'models check scrfd-500m fast-plate-ocr-cct-xs-v1-global --device webgpu': 'the same',
  'compare results/lfw': 'docs/statistics-for-everyone.md has it with two of the three systems',
};

/** Lines that end with another code than 0, and why. */
const CODES: readonly { readonly line: RegExp; readonly code: number; readonly why: string }[] = [
  { line: /^claims check field-trials$/, code: 1, why: 'one of its claims is contradicted' },
  { line: /^models check human-mobilefacenet$/, code: 2, why: 'it is collapsed' },
];

/** Pages whose outputs other tests hold against what commands print. */
const OUTPUTS_ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/conditions.md': 'conditions-doc.test.ts and conditions.full.test.ts',
  'docs/counts.md': 'rate.full.test.ts',
  'docs/deployment.md': 'camera.test.ts, alarms.test.ts and alarms.full.test.ts',
  'docs/scores.md': 'scores.full.test.ts',
  'docs/suites.md': 'conditions.full.test.ts runs such a suite; the text shows a part of its output',
};

/** What lines need that is not in the repository: pictures and weights of a mirror, or models from npm. */
const NEEDS_MIRROR = /people|my-set|volunteers|my-model|my-suite|runs\/(?:first|narrow|extending)|me\.jpg/;
const NEEDS_NPM =
  /quickstart|faceplugin|group-photos|my-feature|human-|net\.onnx|runs\/(?:ci|first|narrow|extending|offline)|run own/;
const DELETES = /^(?:cache purge|datasets remove)\b/;
const TAKES_OFFLINE = /^(?:run|speed|models|datasets)\b/;

// The README comes last: it uses what the pages make. What deletes comes after everything.
const names = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const pages = [...names.map((name) => join('docs', name)), 'README.md'];
const texts = pages.map((page) => ({ page, text: readFileSync(join(ROOT, page), 'utf8') }));
const all = texts.flatMap(({ page, text }) => documentedCommands(page, text));
const distinct = [...new Map(all.map((command) => [command.line, command])).values()];
const isLong = ({ args: [command, suite = ''] }: (typeof all)[number]) => command === 'run' && suite in LONG_SUITES;
const [long, rest] = [distinct.filter(isLong), distinct.filter((command) => !isLong(command))];
const [elsewhere, short] = [
  rest.filter(({ line }) => line in RUN_ELSEWHERE),
  rest.filter(({ line }) => !(line in RUN_ELSEWHERE)),
];
const served = short.filter(({ args }) => args[0] === 'serve');
const deleting = short.filter(({ line }) => DELETES.test(line));
const plainly = [...short.filter((command) => !served.includes(command) && !deleting.includes(command)), ...deleting];

const folder = temporaryFolder();
const hasMirror = Boolean(mirrorFile('lfw-deepfunneled.tgz') && mirrorFile('det_500m.onnx'));
const hasNpm = Boolean(npmFile('fr_feature.onnx') && npmFile('sample1.jpg'));
const env: Record<string, string> = { FALSEMATCH_HOME: join(folder, 'home') };
const results = new Map<string, CliResult>();

function isMissing(line: string): boolean {
  return (NEEDS_MIRROR.test(line) && !hasMirror) || (NEEDS_NPM.test(line) && !hasNpm);
}

/** The files and folders that a line says it writes. */
function writtenBy(args: readonly string[]): string[] {
  const [, ...after] = args.slice(args.indexOf('--out') < 0 ? args.length : args.indexOf('--out'));
  const end = after.findIndex((arg) => arg.startsWith('--'));
  return after.slice(0, end < 0 ? undefined : end);
}

beforeAll(async () => {
  await fillScratch(
    folder,
    ROOT,
    texts.flatMap(({ page, text }) => documentedFiles(page, text)),
  );
  env.FALSEMATCH_MIRROR = joinMirrors(folder);
  if (hasMirror) addFromMirror(folder);
  addFromNpm(folder);
  const without = short.filter(({ line }) => isMissing(line)).length;
  if (without > 0) process.stderr.write(`${without} lines of the documentation need a mirror or npm: skipped.\n`);
}, 120_000);

describe('every command of the documentation', () => {
  it('is found in the pages, and no reason stands here for a line that is gone', () => {
    expect(distinct.length).toBeGreaterThan(70);
    const lines = distinct.map(({ line }) => line);
    for (const suite of Object.keys(LONG_SUITES))
      expect(lines.some((line) => line.startsWith(`run ${suite}`))).toBe(true);
    for (const line of Object.keys(RUN_ELSEWHERE)) expect(lines).toContain(line);
    for (const { line } of CODES) expect(lines.some((found) => line.test(found))).toBe(true);
  });

  for (const { page, line, args } of plainly) {
    it.skipIf(isMissing(line))(`${line} (${page})`, async () => {
      // Nothing is fetched: what is not in the mirror counts as not to be had.
      const offline = TAKES_OFFLINE.test(line) && !args.includes('--offline') ? ['--offline'] : [];
      const result = await cli([...args, ...offline], { cwd: folder, env });
      results.set(line, result);
      const expected = CODES.find((exception) => exception.line.test(line))?.code ?? 0;
      expect(result.code, result.stderr).toBe(expected);
      for (const path of writtenBy(args)) expect(existsSync(join(folder, path)), path).toBe(true);
    });
  }

  for (const { page, line, args } of long) {
    it(`${line} (${page}): the suite is there and the line is one`, async () => {
      const suite = await loadSuite(args[1] ?? '');
      expect(suite.tasks.length).toBeGreaterThan(0);
      const { code, stderr } = await cli([...args, '--models', 'no-such-system', '--offline'], { cwd: folder, env });
      const refused = `no system in suite ${suite.name} named "no-such-system"`;
      expect([code, stderr]).toEqual([2, expect.stringContaining(refused)]);
    });
  }

  for (const { page, line, args } of elsewhere) {
    it(`${line} (${page}): the line is one`, async () => {
      expect((await cli([...args, '--help'], { cwd: folder, env })).code).toBe(0);
    });
  }

  // It does not end by itself, and the port of the page may be taken.
  for (const { page, line, args } of served) {
    it.skipIf(isMissing(line))(`${line} (${page}): answers until it is stopped`, async () => {
      const at = args.indexOf('--port');
      const given = at < 0 ? args : args.filter((_, index) => index !== at && index !== at + 1);
      const { status, body } = await askServer([...given, '--port', String(await freePort())], folder, env);
      expect([status, body.toLowerCase()]).toEqual([200, expect.stringContaining('<!doctype html>')]);
    });
  }
});

describe('what the pages show of outputs', () => {
  const shown = texts.flatMap(({ page, text }) => shownOutputs(page, text));

  for (const { page, line, parts } of shown.filter(({ page }) => !(page in OUTPUTS_ELSEWHERE))) {
    it.skipIf(isMissing(line))(`${line} (${page})`, () => {
      let left = results.get(line)?.stdout ?? '';
      expect(left, 'the page has the line in a block of commands too').not.toBe('');
      for (const part of parts) {
        expect(left).toContain(part);
        left = left.slice(left.indexOf(part) + part.length);
      }
    });
  }
});

it('the workflows of docs/ci.md have the commands of its shell block', () => {
  const text = readFileSync(join(ROOT, 'docs', 'ci.md'), 'utf8');
  const inYaml = [...text.matchAll(/- (?:run: )?npx falsematch ([^\n]+)/g)].map(([, line = '']) => line);
  expect(inYaml.length).toBeGreaterThan(5);
  const typed = documentedCommands('docs/ci.md', text).map(({ line }) => line);
  for (const line of inYaml) expect(typed).toContain(line);
});
