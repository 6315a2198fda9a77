import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');

/** A folder with the command as it would be installed. */
function installed(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'falsematch'), `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" "$@"\n`);
  chmodSync(join(folder, 'falsematch'), 0o755);
  return folder;
}

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

const LINES: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ['falsematch ver', ['verify']],
  ['falsematch models s', ['show']],
  ['falsematch run lfw-', ['lfw-gender', 'lfw-tfjs']],
  ['falsematch run lfw --conditions cap sung', ['sunglasses']],
  ['falsematch claims check ', ['belgrade-2019', 'field-trials']],
  // Left to bash, which offers files.
  ['falsematch verify ', []],
];

it.runIf(has('bash'))('a real bash offers what fits where the cursor is', () => {
  const script = [
    'source <(falsematch completion bash)',
    'complete -p falsematch',
    ...LINES.flatMap(([line]) => {
      const words = line.split(' ');
      return [
        `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})`,
        `COMP_CWORD=${words.length - 1}`,
        '_falsematch',
        `echo "$${'{COMPREPLY[@]}'}"`,
      ];
    }),
  ].join('\n');
  const env = { ...process.env, PATH: `${installed()}:${process.env.PATH}`, FALSEMATCH_HOME: temporaryFolder() };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.split('\n').slice(0, -1)).toEqual([
    'complete -o default -F _falsematch falsematch',
    ...LINES.map(([, offered]) => offered.join(' ')),
  ]);
});

it.each(['bash', 'zsh', 'fish'])('%s takes its script, where that shell is here', async (shell) => {
  const { code, stdout, stderr } = await cli(['completion', shell]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('complete-words');
  if (!has(shell)) return;
  const file = join(temporaryFolder(), 'script');
  writeFileSync(file, stdout);
  const checked = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
  expect([checked.status, checked.stderr]).toEqual([0, '']);
});

it('every name that help lists for a format is taken', async () => {
  const run = join(import.meta.dirname, '..', '..', 'results', 'lfw-gender');
  const { stdout } = await cli(['complete-words', '--', 'report', run, '--format', '']);
  const formats = stdout.trim().split('\n');
  expect(formats.length).toBeGreaterThan(3);
  for (const format of formats) {
    // The run is not there, the format is looked at before.
    const { stderr } = await cli(['report', join(temporaryFolder(), 'none'), '--format', format]);
    expect(stderr).toContain('none');
    expect(stderr).not.toContain('format named');
  }
});

it('an unknown shell is answered with the nearest', async () => {
  const { code, stderr } = await cli(['completion', 'bsh']);
  expect([code, stderr]).toEqual([2, 'There is no shell with a completion script named "bsh"; did you mean "bash"?\n']);
});
