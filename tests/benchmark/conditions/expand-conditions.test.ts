import { describe, expect, it } from 'vitest';
import { expandConditions } from '../../../src/benchmark/conditions/expand-conditions.js';
import { loadSuite, suiteNames } from '../../../src/benchmark/load-suite.js';
import { planRun } from '../../../src/benchmark/plan.js';
import { loadCondition } from '../../../src/images/conditions/load-conditions.js';
import { packagedCatalog } from '../../support/catalog.js';
import { conditionsOf, expanded, JPEG, PAIRS, PLATES, SEARCH, through } from './suites.js';

describe('expandConditions', () => {
  it('makes each condition a task of its own, behind the one that it is of', async () => {
    const tasks = await expanded(through(JPEG, 'published'), { ...SEARCH, conditions: { through: [JPEG] } }, PLATES);
    expect(tasks.map(({ id }) => id)).toEqual([
      'list',
      'list.small',
      'list.published',
      'watch',
      'watch.small',
      'plates',
    ]);
    expect(tasks[0]).toEqual(PAIRS);
    expect(tasks[1]).toEqual({
      ...PAIRS,
      id: 'list.small',
      title: 'list, JPEG, quality 20',
      condition: {
        name: 'small',
        title: 'JPEG, quality 20',
        side: 'probe',
        steps: [{ step: 'jpeg', quality: 20 }],
        of: 'list',
        thresholdsFrom: 'list',
      },
    });
  });

  it('takes title and steps of a card', async () => {
    const { title, steps } = await loadCondition('city-4k-day-15m');
    const [, own] = await expanded({ ...through('city-4k-day-15m'), title: 'A list' });
    expect(own).toMatchObject({ title: `A list, ${title}`, condition: { name: 'city-4k-day-15m', title, steps } });
  });

  it('keeps a title that is given, and calls no step "as published"', async () => {
    const [one, two] = await conditionsOf({ ...JPEG, title: 'Squeezed' }, { name: 'none', steps: [] });
    expect([one?.title, two?.title]).toEqual(['Squeezed', 'as published']);
  });

  it('says who sets the thresholds, and which sides go through it', async () => {
    const [, own] = await expanded({
      ...PAIRS,
      conditions: { side: 'both', thresholdsFrom: 'all', through: [JPEG] },
    });
    expect(own?.condition).toMatchObject({ side: 'both', of: 'list', thresholdsFrom: 'all' });
  });

  it('leaves groups, other calibrations and caveats with the task as published', async () => {
    const conditions = { through: [JPEG] };
    const [list, ofList] = await expanded({
      ...PAIRS,
      caveat: 'Few.',
      groups: ['gender'],
      calibrate: { share: 0.5 },
      conditions,
    });
    const [watch, ofWatch] = await expanded({ ...SEARCH, caveat: 'Few.', conditions });
    const [plates, ofPlates] = await expanded({ ...PLATES, caveat: 'Few.', groups: ['light'], conditions });
    expect(list).toMatchObject({ caveat: 'Few.', groups: [['gender']], calibrate: { share: 0.5 } });
    expect([watch, plates]).toMatchObject([{ caveat: 'Few.' }, { caveat: 'Few.', groups: ['light'] }]);
    for (const task of [list, watch, plates]) expect(task).not.toHaveProperty('conditions');
    expect(ofList).toMatchObject({ pairs: 'view2', at: ['1e-2', '1e-3'] });
    expect(ofPlates).toMatchObject({ iou: 0.5, groups: ['light'] });
    for (const task of [ofList, ofWatch, ofPlates]) {
      for (const field of ['caveat', 'calibrate', 'conditions', 'verificationAt'])
        expect(task).not.toHaveProperty(field);
    }
    expect(ofList).not.toHaveProperty('groups');
  });

  it('refuses two conditions of one name', async () => {
    await expect(expanded(through(JPEG, JPEG))).rejects.toThrow(
      'Suite mine, task list: two conditions are called "small"; rename one.',
    );
    const sweep = { sweep: 'motion', values: ['1 m/s', '1 km/h'], with: { shutter: '1/50 s' } };
    await expect(expanded(through(sweep))).rejects.toThrow('two conditions are called "motion-1"');
  });

  it.each([
    [{ name: 'x', steps: [{ step: 'pixel-density', density: '100 m' }] }, ['condition x', '"density"', 'unit "m"']],
    [{ name: 'x', steps: [{ step: 'pixel-density', density: 100 }] }, ['condition x', '"density"', 'has no unit']],
    [{ name: 'x', steps: [{ step: 'jpg', quality: 3 }] }, ['condition x', 'did you mean "jpeg"']],
    [{ name: 'x', steps: [{ step: 'jpeg', quality: 300 }] }, ['condition x', '"quality"']],
    [{ sweep: 'jpeg', values: [50, 300] }, ['sweep of jpeg', '"quality"']],
    [{ sweep: 'motion', values: [1, 2] }, ['sweep of motion', '"shutter"']],
    [{ sweep: 'jpeg', values: [1, 2], after: [{ step: 'jpeg' }] }, ['sweep of jpeg', '"quality"']],
    [{ sweep: 'defocus', values: ['1 m', '2 m'] }, ['sweep of defocus', '"diameter"', 'unit "m"']],
  ])('refuses %j, and says where it stands', async (condition, words) => {
    const complaint = await expanded(through(condition)).catch(({ message }) => message);
    for (const word of ['Suite mine, task list', ...words]) expect(complaint).toContain(word);
  });

  it.each([
    ['portait', 'There is no condition named "portait"; did you mean "portrait"?'],
    [{ sweep: 'jpg', values: [1, 2] }, 'There is no step named "jpg"; did you mean "jpeg"?'],
    [
      { sweep: 'surgical-mask', values: [1, 2] },
      'the step "surgical-mask" has no number to sweep; name its "parameter"',
    ],
  ])('refuses %j', async (condition, message) => {
    await expect(expanded(through(condition))).rejects.toThrow(message);
  });
});

it('every packaged suite with conditions can be planned', async () => {
  const catalog = await packagedCatalog();
  const suites = await Promise.all((await suiteNames()).map(loadSuite));
  const seen = suites.filter(({ tasks }) => tasks.some((task) => 'conditions' in task));
  expect(seen.map(({ name }) => name)).toEqual(['belgrade', 'plates-street', 'street']);
  for (const suite of seen) {
    const { tasks } = planRun(await expandConditions(suite), catalog).suite;
    expect(tasks.filter(({ condition }) => condition).length).toBeGreaterThan(5);
  }
});

describe('a sweep', () => {
  const namesOf = async (sweep: object) => (await conditionsOf(sweep)).map(({ name }) => name);

  it('gives bare numbers the unit of the parameter, and names conditions by the number', async () => {
    const [first, second] = await conditionsOf({ sweep: 'pixel-density', values: [250, 62.5] });
    expect(first).toMatchObject({
      name: 'pixel-density-250',
      title: 'pixel-density 250 px/m',
      steps: [{ step: 'pixel-density', density: 250 }],
      sweep: { of: 'pixel-density', value: 250, unit: 'px/m' },
    });
    expect(second?.name).toBe('pixel-density-62.5');
    expect((await conditionsOf({ sweep: 'jpeg', values: [10, 20] }))[1]).toMatchObject({
      title: 'jpeg 20',
      sweep: { of: 'jpeg', value: 20, unit: '' },
    });
  });

  it('has a name of its own, other parameters, and steps before and after it', async () => {
    const [own] = await conditionsOf({
      sweep: 'motion',
      values: ['1 m/s', '2 m/s'],
      name: 'walk',
      with: { shutter: '1/50 s' },
      before: [{ step: 'pixel-density', density: '200 px/m' }],
      after: [{ step: 'jpeg', quality: 80 }],
    });
    expect(own).toMatchObject({ name: 'walk-1', title: 'walk 1 m/s', sweep: { of: 'walk', value: 1, unit: 'm/s' } });
    expect(own?.steps).toMatchObject([
      { step: 'pixel-density', density: 200 },
      { step: 'motion', speed: 1, shutter: 0.02 },
      { step: 'jpeg', quality: 80 },
    ]);
  });

  it('writes signs, fractions and percent in names', async () => {
    expect(await namesOf({ sweep: 'exposure', values: [-2, 1] })).toEqual(['exposure-minus-2', 'exposure-1']);
    const shutter = { sweep: 'motion', parameter: 'shutter', values: ['1/50 s', '1/100 s'], with: { speed: '1 m/s' } };
    expect(await namesOf(shutter)).toEqual(['motion-1-50', 'motion-1-100']);
    const dirt = { sweep: 'dirt', values: ['5 %', '0.1'], with: { spot: '10 %', opacity: '50 %' } };
    expect(await namesOf(dirt)).toEqual(['dirt-5', 'dirt-0.1']);
  });

  it('says the number as the suite writes it, with the unit that it stands in', async () => {
    const swept = async (sweep: object) => (await conditionsOf(sweep)).map((one) => one.sweep);
    const video = { sweep: 'h264', with: { resolution: '1920x1080', frameRate: '25 fps' } };
    expect(await swept({ ...video, values: [500, '2 Mbps'] })).toEqual([
      { of: 'h264', value: 500, unit: 'kbps' },
      { of: 'h264', value: 2, unit: 'Mbps' },
    ]);
    const shutter = { sweep: 'motion', parameter: 'shutter', values: ['1/50 s', '10 ms'], with: { speed: '1 m/s' } };
    expect(await swept(shutter)).toEqual([
      { of: 'motion', value: 0.02, unit: 's' },
      { of: 'motion', value: 10, unit: 'ms' },
    ]);
  });

  it('of another parameter takes the unit of the usual one where that fits', async () => {
    const [most] = await conditionsOf({ sweep: 'pixel-density', parameter: 'atMost', values: [125, 80] });
    expect(most).toMatchObject({ title: 'pixel-density 125 px/m', steps: [{ atMost: 125 }], sweep: { unit: 'px/m' } });
    const sensor = { sweep: 'sensor', with: { fullWell: '9000 e', readNoise: '3 e' } };
    const [eight] = await conditionsOf({ ...sensor, parameter: 'bits', values: [8, 12] });
    expect(eight).toMatchObject({ title: 'sensor 8', steps: [{ bits: 8 }], sweep: { value: 8, unit: '' } });
    const noise = { ...sensor, parameter: 'readNoise' };
    await expect(conditionsOf({ ...noise, values: [1, 2] })).rejects.toThrow('"readNoise"');
    expect((await conditionsOf({ ...noise, values: ['1 e', '2e'] }))[1]?.sweep).toMatchObject({ value: 2, unit: 'e' });
  });

  it('of what is no number says no number', async () => {
    const values = ['blue', 'black'];
    const found = await conditionsOf({
      sweep: 'surgical-mask',
      parameter: 'colour',
      values,
      with: { nose: 'covered' },
    });
    expect(found.map(({ name, sweep }) => [name, sweep])).toEqual([
      ['surgical-mask-blue', undefined],
      ['surgical-mask-black', undefined],
    ]);
    const camera = { sweep: 'camera', parameter: 'sensor', with: { hfov: '60 deg', distance: '15 m' } };
    const sensors = await conditionsOf({ ...camera, values: ['3840x2160', '1920x1080'] });
    expect(sensors.map(({ sweep }) => sweep)).toEqual([undefined, undefined]);
  });
});
