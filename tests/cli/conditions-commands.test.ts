import { afterEach, expect, it, vi } from 'vitest';
import { listConditions, listSteps, showCondition } from '../../src/cli/conditions-commands.js';

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
  expect(shown.texts).toHaveLength(shown.steps.length);
  expect([shown.texts[0], shown.texts.at(-1)]).toEqual([expect.stringContaining('221.7 px/m'), 'JPEG, quality 85']);
});

it('refuses what is missing before it prints anything', async () => {
  const shown = showCondition('portrait', { out: 'a.png' });
  await expect(shown).rejects.toThrow('--out is for --from, the picture to show the condition on; add it.');
});
