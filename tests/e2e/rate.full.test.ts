import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli } from '../support/cli.js';

it('prints a rate with its bounds, as if the trials were independent', async () => {
  const { code, stdout, stderr } = await cli(['rate', '10', '2077']);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('10 errors in 2,077 trials, as if the trials were independent');
  expect(stdout).toMatch(/95% interval, Clopper-Pearson +0\.231% to 0\.884%/);
});

it('takes every option, and prints the same as JSON', async () => {
  const { code, stdout } = await cli(
    'rate 0 3000 --level 0.9 --disjoint 1606 --resolve 1e-4 --against 3/3000 --power 0.9 --json'.split(' '),
  );
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    assumption: 'as if the trials were independent',
    errors: 0,
    trials: 3000,
    level: 0.9,
    clopperPearson: { low: 0, high: expect.closeTo(1 - 0.05 ** (1 / 3000), 12) },
    ruleOfThree: 0.001,
    ruleOfThirty: false,
    disjoint: { trials: 1606, upper: expect.closeTo(1 - 0.05 ** (1 / 1606), 12) },
    resolve: { rate: 1e-4, state: 'open', trialsWithoutErrors: 23_025, trialsWithTheseErrors: null },
    against: { errors: 3, trials: 3000, power: 0.9, detectable: { lower: null } },
  });
});

describe('bad input is one sentence on stderr, nothing on stdout, exit 2', () => {
  it.each([
    [['-1', '3000'], 'The errors must be a whole number in digits alone'],
    [['1.5', '3000'], 'The errors must be a whole number in digits alone, such as 3000; found "1.5".'],
    [['ten', '3000'], 'found "ten"'],
    [['1', '3,000'], 'The trials must be a whole number in digits alone'],
    [['5', '3'], 'The errors must be a whole number from 0 to the trials, found 5 of 3; the errors come first.'],
    [['0', '0'], 'A rate needs at least one trial'],
    [['1', '3', '--level', '95'], '--level must be a number between 0 and 1, such as 0.95 or 1e-4; found "95".'],
    [['1', '3', '--level', '1'], '--level must be a number between 0 and 1'],
    [['1', '3', '--level', 'high'], 'found "high"'],
    [['1', '3', '--disjoint', '4'], 'from 1 to all 3 trials, found 4'],
    [['1', '3', '--resolve', '0'], '--resolve must be a number between 0 and 1'],
    [['1', '3', '--resolve', '1e-300'], 'A rate of 1e-300 needs more trials than can be counted'],
    [['1', '3', '--against', '3'], '--against takes errors/trials, such as 12/3000; found "3".'],
    [['1', '3', '--against', '4/3'], 'found 4 of 3'],
    [['1', '3', '--against', '1/3', '--power', '0.2'], 'The power must be from 0.5 to below 1, found 0.2'],
    [['1', '3', '--power', '0.2'], '--power is for --against'],
  ])('rate %j', async (args, message) => {
    const { code, stdout, stderr } = await cli(['rate', ...args]);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('commander refuses what is missing or too much', async () => {
    expect(await cli(['rate', '1'])).toMatchObject({ code: 2, stdout: '' });
    expect(await cli(['rate', '1', '2', '3'])).toMatchObject({ code: 2, stdout: '' });
  });
});

it('has examples in its help that run', async () => {
  const { stdout } = await cli(['rate', '--help']);
  const examples = [...stdout.matchAll(/^ {2}falsematch (rate .*)$/gm)].map(([, line = '']) => line);
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const line of examples) expect((await cli(line.split(' '))).code).toBe(0);
});

it('docs/counts.md shows what the commands print', async () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'counts.md'), 'utf8');
  const shown = [...text.matchAll(/```text\n\$ falsematch (rate .*)\n([\s\S]*?)```/g)];
  expect(shown.length).toBeGreaterThanOrEqual(3);
  for (const [, line = '', output] of shown) {
    const { stdout } = await cli(line.split(' '));
    expect(output).toBe(stdout);
  }
});
