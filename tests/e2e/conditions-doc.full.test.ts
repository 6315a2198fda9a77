import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { conditionNames } from '../../src/images/conditions/load-conditions.js';
import { STEP_KINDS } from '../../src/images/conditions/steps.js';
import { cli } from '../support/cli.js';

const ROOT = join(import.meta.dirname, '..', '..');
const text = readFileSync(join(ROOT, 'docs', 'conditions.md'), 'utf8');

it('every condition, and every step with its parameters, is in the text', async () => {
  const parameters = STEP_KINDS.flatMap(({ schema }) => Object.keys((schema as unknown as { shape: object }).shape));
  const names = [...(await conditionNames()), ...STEP_KINDS.map(({ name }) => name), ...parameters];
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => name !== 'step' && !text.includes(`\`${name}\``))).toEqual([]);
});

it('what commands print is what the text shows of it', async () => {
  const shown = [...text.matchAll(/```text\n\$ falsematch (conditions [^\n]*)\n([\s\S]*?)```/g)];
  const alone = shown.filter(([, command = '']) => !/--from|\.yaml/.test(command));
  expect(alone).toHaveLength(3);
  for (const [, command = '', block = ''] of alone) {
    const { stdout } = await cli(command.split(' '), { cwd: ROOT });
    const excerpt = block.replace(/\.\.\.\n$/, '');
    expect(stdout.startsWith(excerpt), command).toBe(true);
    if (excerpt === block) expect(stdout).toBe(excerpt);
  }
});
