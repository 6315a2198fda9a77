import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';

const MAIN = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'main.js');
const DRAW = ['plates', 'draw', '--out', 'drawn', '--count', '24'];

it('without a terminal a plain line stands at the beginning, and then at most every ten seconds', async () => {
  const { code, stderr } = await cli(DRAW, { cwd: temporaryFolder() });
  expect(code).toBe(0);
  expect(stderr).toMatch(/^plates: \d+ of 24 \(\d+%\)/);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
  expect(stripVTControlCharacters(stderr)).toBe(stderr);
});

it('--quiet is quiet', async () => {
  const { code, stderr } = await cli([...DRAW, '--quiet'], { cwd: temporaryFolder() });
  expect([code, stderr]).toEqual([0, '']);
});

/** util-linux's script gives a command a terminal of its own; other systems have another program of that name. */
const terminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

it.runIf(terminal)('on a terminal one bar tells stage, done, rate and remaining time, and is gone at the end', () => {
  const cwd = temporaryFolder();
  const command = `stty cols 100; "${process.execPath}" "${MAIN}" ${DRAW.join(' ')}`;
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, TERM: 'xterm', NO_COLOR: '1' },
  });
  expect(status).toBe(0);
  // Each state of the bar ends with the sign that clears the rest of the line.
  const states = stdout.split('\u001b[0K').map((state) => stripVTControlCharacters(state));
  expect(
    states.filter((state) => /plates [█░]+ +\d+% {2}\d+\/24 {2}[\d.]+\/s {2}\d+ s left$/.test(state)).length,
  ).toBeGreaterThan(2);
  const bars = states.filter((state) => state.includes('/24'));
  expect(bars.filter((bar) => (bar.split('\n').at(-1) ?? '').replace('\r', '').length > 80)).toEqual([]);
  expect(states.at(-1)).toContain('Drew 24 plates');
});
