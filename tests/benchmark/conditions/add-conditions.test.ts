import { expect, it } from 'vitest';
import { addConditions } from '../../../src/benchmark/conditions/add-conditions.js';
import { loadSuite } from '../../../src/benchmark/load-suite.js';

const through = async (suite: string, names: string[]) => {
  const { tasks } = await addConditions(await loadSuite(suite), names);
  return tasks.map((task) => ('conditions' in task ? task.conditions?.through : undefined));
};

it('puts conditions before the tasks that can be measured through them, and leaves the others alone', async () => {
  expect(await through('lfw', ['portrait', 'cap'])).toEqual([['portrait', 'cap'], undefined, undefined]);
  expect(await through('watch-list', ['portrait'])).toEqual([undefined, ['portrait'], undefined]);
  expect(await through('plates', ['lane-day', 'published'])).toEqual(Array(3).fill(['lane-day', 'published']));
});

it('adds to those that a suite has', async () => {
  const suite = await loadSuite('street');
  const { tasks } = await addConditions(suite, ['portrait']);
  expect(tasks[1]).toMatchObject({ conditions: { thresholdsFrom: 'all-pairs' } });
  expect((tasks[1] as { conditions: { through: unknown[] } }).conditions.through.at(-1)).toBe('portrait');
});

it('refuses a condition that no task can be measured through, and one that there is not', async () => {
  await expect(through('plates', ['cap'])).rejects.toThrow(
    'Suite plates has no task that could be measured through cap, which is about faces; it needs pairs',
  );
  await expect(through('lfw', ['portait'])).rejects.toThrow('did you mean "portrait"?');
});
