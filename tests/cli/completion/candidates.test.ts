import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { candidates, NAMED_ARGUMENTS, NAMED_OPTIONS } from '../../../src/cli/completion/candidates.js';
import { listedNames } from '../../../src/cli/completion/listed-names.js';
import { makeProgram } from '../../../src/cli/program.js';
import { temporaryFolder } from '../../support/catalog.js';

const complete = (...words: string[]) => candidates(makeProgram(), words);

afterEach(() => vi.unstubAllEnvs());

describe('completes', () => {
  it.each<[string[], string[]]>([
    [['ru'], ['run']],
    [['d'], ['datasets', 'deployment', 'doctor']],
    [['complete-'], []],
    [
      ['models', ''],
      ['ls', 'show', 'pull', 'add', 'check', 'help'],
    ],
    [['claims', 'ch'], ['check']],
    [
      ['run', 'lfw'],
      ['lfw', 'lfw-gender', 'lfw-tfjs'],
    ],
    [['run', 'lfw', ''], []],
    [['run', 'lfw', '--co'], ['--conditions']],
    [['run', '--seed', '1', 'lo'], ['london']],
    [['run', '--seed', ''], []],
    [['run', '--offline', 'lo'], ['london']],
    [
      ['run', 'lfw', '--conditions', 'lane-'],
      ['lane-1080p-h264-2mbps', 'lane-1080p-h265-2mbps', 'lane-day', 'lane-fog', 'lane-night'],
    ],
    [['run', 'lfw', '--conditions', 'cap', 'sung'], ['sunglasses']],
    [['run', 'lfw', '--conditions', 'cap', '--mod'], ['--models']],
    [
      ['run', 'lfw', '--models', 'mobile'],
      ['mobilefacenet-vface', 'mobilefacenet-y1'],
    ],
    [
      ['models', 'pull', 'sface', 'yunet-2023'],
      ['yunet-2023mar', 'yunet-2023mar-int8'],
    ],
    [['datasets', 'show', 'lfw-f'], ['lfw-funneled']],
    [['datasets', 'import', 'mine', '--layout', 'y'], ['yolo']],
    [['conditions', 'show', 'stat'], ['station-gate']],
    [['speed', 'lo'], ['london']],
    [
      ['speed', 'lfw', '--models', 'mobile'],
      ['mobilefacenet-vface', 'mobilefacenet-y1'],
    ],
    [['speed', 'lfw', '--condition', 'stat'], ['station-gate']],
    [
      ['claims', 'check', ''],
      ['belgrade-2019', 'field-trials'],
    ],
    [['report', 'results/lfw', '--format', 'm'], ['md']],
    [
      ['scores', 'a.csv', '--format', ''],
      ['text', 'csv', 'json'],
    ],
    [['plates', 'draw', '--formats', 'eu', 'us', 's'], ['serbia']],
    [['plates', 'draw', '--conditions', 'd'], ['dirt']],
    [['plates', 'watch-list', 'runs/x', '--format', 'm'], ['mercosul']],
    [['cache', 'purge', 'templates', 'd'], ['datasets']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['verify', ''], []],
    [['no-such-command', ''], []],
  ])('%j', async (words, expected) => {
    expect(await complete(...words)).toEqual(expect.arrayContaining(expected));
    if (words[0] !== 'no-such-command') expect((await complete(...words)).length).toBe(expected.length);
  });

  it("the user's own datasets", async () => {
    const home = temporaryFolder();
    vi.stubEnv('FALSEMATCH_HOME', home);
    mkdirSync(join(home, 'cards', 'datasets'), { recursive: true });
    writeFileSync(
      join(home, 'cards', 'datasets', 'my-faces.yaml'),
      'name: my-faces\ntitle: Mine\nkind: faces\nlicence: { name: mine, use: any }\nconsent: asked\ncontent: { files: 1 }\nlayout: { reader: pictures }\n',
    );
    expect(await complete('datasets', 'show', 'my')).toEqual(['my-faces']);
  });
});

describe('the lists of what is a name', () => {
  const commandOf = (path: readonly string[]): Command | undefined =>
    path.reduce<Command | undefined>((at, word) => at?.commands.find((one) => one.name() === word), makeProgram());

  it('are of arguments and options that there are', () => {
    for (const key of Object.keys(NAMED_ARGUMENTS)) {
      const [, path = '', name] = /^(.*) <(.*)>$/.exec(key) ?? [];
      expect(
        commandOf(path.split(' '))?.registeredArguments.map((one) => one.name()),
        key,
      ).toContain(name);
    }
    for (const key of Object.keys(NAMED_OPTIONS)) {
      const words = key.split(' ');
      expect(
        commandOf(words.slice(0, -1))?.options.map(({ long }) => long),
        key,
      ).toContain(words.at(-1));
    }
  });
});

it.each([
  ['text, md, html, csv or junit', ['text', 'md', 'html', 'csv', 'junit']],
  ['text, csv or json (default: text)', ['text', 'csv', 'json']],
  ['templates, datasets or files; default: templates', ['templates', 'datasets', 'files']],
  ['of a picture, at least 320', []],
  ['a run directory', []],
  ['name', []],
])('"%s" lists %j', (description, names) => {
  expect(listedNames(description)).toEqual(names);
});
