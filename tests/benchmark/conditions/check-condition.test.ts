import { describe, expect, it } from 'vitest';
import { expandConditions } from '../../../src/benchmark/conditions/expand-conditions.js';
import { planRun } from '../../../src/benchmark/plan.js';
import { packagedCatalog } from '../../support/catalog.js';
import { JPEG, PAIRS, PLATES, SEARCH, suiteOf } from './suites.js';

const catalog = packagedCatalog();
const plan = async (...tasks: readonly object[]) =>
  planRun(await expandConditions(suiteOf(...tasks)), await catalog).suite.tasks.map(({ id }) => id);

const ALL = { id: 'all', protocol: 'all-pairs', data: 'faces', at: ['1e-2', '1e-3'] };
const FEW = { ...ALL, id: 'few', at: ['1e-3'] };
const PEOPLE = { id: 'people', protocol: 'co-occurrence', data: 'faces', at: ['1e-2', '1e-3'] };
const conditions = { through: [JPEG] };
const from = (thresholdsFrom: string) => ({ ...PAIRS, conditions: { ...conditions, thresholdsFrom } });
const stepped = (task: object, step: object) => ({
  ...task,
  conditions: { through: [{ name: 'x', steps: [step] }] },
});
const searching = (search: object, own: object = {}) => ({
  ...SEARCH,
  search,
  conditions: { ...conditions, ...own },
});
const MASK = { step: 'surgical-mask', colour: 'blue', nose: 'covered' };
const MUD = { step: 'plate-occlusion', share: '20 %', by: 'mud', side: 'any' };

describe('a task through a condition', () => {
  it.each([
    ['that sets its own thresholds', [from('list')]],
    ['whose thresholds all pairs above it set', [ALL, from('all')]],
    ['whose thresholds another list above it sets', [{ ...PAIRS, id: 'other' }, from('other')]],
    ['of both sides', [{ ...PAIRS, conditions: { ...conditions, side: 'both' } }]],
    ['of a drawn list', [searching({ gallery: { subjects: 10 } })]],
    ['of one list in a list', [searching({ gallery: { subjects: [10] } })]],
    ['of plates', [{ ...PLATES, conditions }]],
    ['with something on a face', [stepped(PAIRS, MASK)]],
    ['with something on a plate', [stepped(PLATES, MUD)]],
  ])('%s can be planned', async (_, tasks) => {
    const ids = await plan(...tasks);
    expect(ids.at(-1)).toMatch(/\.(small|x)$/);
  });

  const setBy = 'task list.small: thresholdsFrom must name a task with pairs or all pairs above it, and';
  const ownOnly = 'task watch.small: thresholdsFrom must be left out, since a search sets its own, and "all" is given';
  it.each<[string, object[], string]>([
    ['thresholds of nobody', [from('nobody')], `${setBy} "nobody" is given.`],
    ['thresholds from below', [from('all'), ALL], `${setBy} "all" is given.`],
    ['thresholds of another protocol', [PEOPLE, from('people')], `${setBy} "people" is given.`],
    [
      'thresholds of a condition',
      [
        { ...PAIRS, conditions },
        { ...from('list.small'), id: 'b' },
      ],
      'task b.small: thresholds',
    ],
    ['points that are not set', [FEW, from('few')], 'operating points 1e-2 are not set by few; add them to its "at".'],
    ['a search by others', [ALL, searching({ gallery: { subjects: 9 } }, { thresholdsFrom: 'all' })], ownOnly],
    [
      'several lists',
      [searching({ gallery: { subjects: [5, 9] } })],
      'needs one list that is drawn; give "gallery" one',
    ],
    ['published lists', [{ ...SEARCH, search: 'blufr', conditions }], 'needs one list that is drawn'],
    [
      'both sides of a search',
      [searching({ gallery: { subjects: 9 } }, { side: 'both' })],
      'task watch.small: a search through a condition has references as published; leave "side" out.',
    ],
    [
      'passers-by of other data',
      [searching({ gallery: { subjects: 9 }, probes: { passersBy: 'plates' } })],
      'task watch.small: passers-by of other data do not go through a condition; leave one of both out.',
    ],
    [
      'a mask on plates',
      [stepped(PLATES, MASK)],
      'task plates.x: a step of its condition needs a face, and the task is about plates.',
    ],
    [
      'mud on faces',
      [stepped(PAIRS, MUD)],
      'task list.x: a step of its condition needs marked plates, and the task is about faces.',
    ],
    [
      'mud on whom one searches for',
      [stepped(SEARCH, MUD)],
      'task watch.x: a step of its condition needs marked plates',
    ],
  ])('refuses %s', async (_, tasks, message) => {
    await expect(plan(...tasks)).rejects.toThrow(message);
  });
});
