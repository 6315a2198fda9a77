import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cli } from '../support/cli.js';

const ROOT = join(import.meta.dirname, '..', '..');
const alarms = (options: string) => cli(['deployment', 'alarms', ...options.split(' ')], { cwd: ROOT });

const CITY = '--cameras 1000 --faces 5000 --listed 1/100000';

it('takes rates from a published run, with their intervals', async () => {
  const { code, stdout, stderr } = await alarms(
    `${CITY} --run results/street --task list-1000 --model mobilefacenet-y1 --at 0.01 --list-size 500 --json`,
  );
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    fpir: { level: 0.95 },
    prediction: { measuredListSize: 1000, listSize: 500 },
    measured: { model: 'mobilefacenet-y1', at: '1e-2', listSize: 1000, fpir: { trials: 6144 }, tpir: { trials: 439 } },
  });
});

it.each([
  ['--run results/lfw', /^This run has no searches of a list with an FPIR; [^\n]*watch-list[^\n]*\n$/],
  ['--run results/street --task view2', /^The task "view2" has no searches [^\n]* list-1000[^\n]*\n$/],
])('refuses %s in one sentence, with exit 2', async (options, message) => {
  const { code, stdout, stderr } = await alarms(`${CITY} ${options}`);
  expect(stderr).toMatch(message);
  expect([code, stdout]).toEqual([2, '']);
});

it('docs/deployment.md shows what the commands print', async () => {
  const text = readFileSync(join(ROOT, 'docs', 'deployment.md'), 'utf8');
  const shown = [...text.matchAll(/```text\n\$ falsematch deployment alarms ((?:.*\\\n)*.*)\n([\s\S]*?)```/g)];
  expect(shown.length).toBeGreaterThanOrEqual(3);
  for (const [, options = '', output] of shown) {
    expect((await alarms(options.replace(/\s*\\\n\s*/g, ' '))).stdout).toBe(output);
  }
});
