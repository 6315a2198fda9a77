import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../../src/catalog/read-yaml.js';
import { messageOf } from '../../../src/files/errors.js';
import { conditionCardSchema } from '../../../src/images/conditions/condition-card.js';

const card = (steps: string) =>
  parseYaml(`{ name: mine, title: Mine, steps: ${steps} }`, 'mine.yaml', conditionCardSchema);

function problemOf(steps: string): string {
  try {
    card(steps);
    return '';
  } catch (thrown) {
    return messageOf(thrown);
  }
}

describe('a condition card', () => {
  it('keeps steps as plain numbers, in their order', () => {
    const steps = '[{ step: camera, sensor: 3840x2160, hfov: 60 deg, distance: 1500 cm }, { step: jpeg, quality: 80 }]';
    expect(card(steps)).toEqual({
      name: 'mine',
      title: 'Mine',
      about: 'any',
      steps: [
        { step: 'camera', sensor: [3840, 2160], hfov: 60, distance: 15 },
        { step: 'jpeg', quality: 80 },
      ],
    });
  });

  const camera = (more: string) => `[{ step: camera, sensor: 3840x2160, hfov: 60 deg, ${more} }]`;

  it.each([
    ['[{ step: jpg, quality: 90 }]', '"steps[0].step": expected the name of a step, found "jpg"; did you mean "jpeg"?'],
    [
      '[{ step: frobnicate }]',
      '"steps[0].step": expected the name of a step ("falsematch conditions steps" lists them)',
    ],
    ['[{ quality: 90 }]', '"steps[0].step": expected the name of a step'],
    ['[jpeg]', '"steps[0]": expected a step with its parameters, such as { step: jpeg, quality: 80 }, found "jpeg".'],
    ['[null]', '"steps[0]": expected a step with its parameters, such as { step: jpeg, quality: 80 }, found null.'],
    ['jpeg', '"steps": expected a list of steps, found "jpeg".'],
    ['[{ step: jpeg, quality: 900 }]', '"steps[0].quality": expected at most 100, found 900.'],
    ['[{ step: jpeg, quality: 0 }]', '"steps[0].quality": expected at least 1, found 0.'],
    ['[{ step: jpeg, qality: 90 }]', 'there is no field "steps[0].qality"; did you mean "quality"?'],
    ['[{ step: pixel-density, at: 5 px/m }]', 'no field "steps[0].at"; known: step, density, atMost.'],
    [camera('distance: 15'), '"steps[0].distance": "15" has no unit, and m, cm, mm are known here; write 15 m.'],
    [camera('distance: 15 miles'), '"15 miles" has the unit "miles", and m, cm, mm are known here; write 15 m.'],
    [camera('distance: -15 m'), '"steps[0].distance": must be above 0 m, found "-15 m".'],
    [camera('height: 2 m'), '"steps[0].distance": write 15 m, found nothing.'],
    [
      '[{ step: camera, sensor: 1x1, hfov: 60 deg, distance: 15 m }]',
      'from 16 to 100000 pixels on a side, found "1x1".',
    ],
    ['[{ step: camera, sensor: 4k, hfov: 60 deg, distance: 15 m }]', '"steps[0].sensor": write 3840x2160, found "4k".'],
  ])('of %s says in one sentence what is wrong', (steps, message) => {
    const problem = problemOf(steps);
    expect(problem).toContain(message);
    expect(problem).toMatch(/^mine\.yaml(, line \d+)?: /);
  });
});
