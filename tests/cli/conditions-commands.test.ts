import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseYaml } from '../../src/catalog/read-yaml.js';
import { listConditions, listSteps, showCondition } from '../../src/cli/conditions-commands.js';
import { conditionCardSchema } from '../../src/images/conditions/condition-card.js';
import { stepTexts } from '../../src/images/conditions/step-schema.js';

const DOC = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'conditions.md'), 'utf8');

/** What a command writes to stdout. */
async function printed(command: () => Promise<void> | void): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  await command();
  return text;
}

afterEach(() => vi.restoreAllMocks());

it('lists conditions and steps', async () => {
  expect(await printed(() => listConditions({}))).toMatch(
    /^condition +about +title\n[\s\S]*^portrait +faces +A portrait/m,
  );
  expect(JSON.parse(await printed(() => listConditions({ json: true })))).toContainEqual({
    name: 'portrait',
    about: 'faces',
    title: 'A portrait as it is published',
  });
  expect(JSON.parse(await printed(() => listSteps({ json: true })))).toContainEqual({
    name: 'jpeg',
    title: 'compressed as JPEG',
    sweep: { parameter: 'quality', unit: '' },
  });
});

it('shows a condition as JSON, with what it needs', async () => {
  const shown = JSON.parse(await printed(() => showCondition('city-4k-day-15m', { json: true })));
  expect(shown).toMatchObject({
    name: 'city-4k-day-15m',
    needs: ['density'],
  });
  expect(shown.steps[0]).toMatchObject({ step: 'camera', distance: 15 });
  expect([shown.texts[0], shown.texts.at(-1), shown.texts.length]).toEqual([
    expect.stringContaining('221.7 px/m'),
    'JPEG, quality 85',
    shown.steps.length,
  ]);
});

it('refuses what is missing before it prints anything', async () => {
  const shown = showCondition('portrait', { out: 'a.png' });
  await expect(shown).rejects.toThrow('--out is for --from, the picture to show the condition on; add it.');
});

describe('docs/conditions.md', () => {
  const shown = [...DOC.matchAll(/```text\n\$ falsematch conditions (ls|steps|show) ?(.*)\n([\s\S]*?)```/g)];
  const linesOf = (output: string) => output.split('\n').map((line) => line.trim().replace(/ {2,}/g, '  '));

  it('shows what the commands print', async () => {
    expect(shown.map(([, verb]) => verb).sort()).toEqual(['ls', 'show', 'steps']);
    for (const [, verb, name = '', output = ''] of shown) {
      const command = { ls: () => listConditions({}), steps: () => listSteps({}) }[verb ?? ''];
      const lines = linesOf(await printed(command ?? (() => showCondition(name, {}))));
      // The lists grow, and with them the width of their columns; what the text shows of them must be there.
      expect(lines).toEqual(expect.arrayContaining(linesOf(output)));
    }
  });

  it('has a card that can be taken, and the sentences that refuse it', () => {
    const [, yaml = '', name = ''] = /```yaml\n(name: ([\w-]+)\n[\s\S]*?)```/.exec(DOC) ?? [];
    const parse = (text: string) => parseYaml(text, `${name}.yaml`, conditionCardSchema);
    expect(stepTexts(parse(yaml).steps)).toHaveLength(2);
    const refusals = [...DOC.matchAll(/^gate-2mp-6m\.yaml: .*$/gm)].map(([line]) => line);
    expect(refusals).toHaveLength(2);
    expect(() => parse(yaml.replace('distance: 6 m', 'distance: 6'))).toThrow(refusals[0]);
    expect(() => parse(yaml.replace('step: jpeg', 'step: jpg'))).toThrow(refusals[1]);
  });
});
