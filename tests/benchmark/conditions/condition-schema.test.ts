import { describe, expect, it } from 'vitest';
import { conditionsSchema } from '../../../src/benchmark/conditions/condition-schema.js';
import { schemaProblem } from '../../../src/catalog/schema-problem.js';
import { JPEG, suiteOf, through } from './suites.js';

const problem = (conditions: unknown): string => {
  const { error } = conditionsSchema.safeParse(conditions);
  return error ? schemaProblem('suite', conditionsSchema, error, conditions).message : '';
};
const SWEEP = { sweep: 'jpeg', values: [20, 50] };

describe('conditionsSchema', () => {
  it('takes names, conditions written out, and sweeps; the probe alone goes through unless both are said to', () => {
    expect(conditionsSchema.parse({ through: ['portrait', JPEG, SWEEP] })).toEqual({
      side: 'probe',
      through: ['portrait', JPEG, { ...SWEEP, before: [], after: [] }],
    });
    const both = { side: 'both', thresholdsFrom: 'all', through: ['portrait'] };
    expect(conditionsSchema.parse(both)).toEqual(both);
  });

  it.each([
    [{}, 'through'],
    [{ through: [] }, 'through'],
    [{ through: ['portrait'], side: 'reference' }, 'side'],
    [{ through: ['portrait'], thresholds: 'all' }, 'there is no field "thresholds"'],
    [{ through: ['Portrait'] }, 'through[0]'],
    [{ through: [3] }, 'name a condition, write its steps, or a sweep'],
    [{ through: [{ name: 'x' }] }, 'through[0]'],
    [{ through: [{ ...JPEG, step: 'jpeg' }] }, 'there is no field "through[0].step"'],
    [{ through: [{ ...SWEEP, values: [20] }] }, 'through[0].values'],
    [{ through: [{ ...SWEEP, value: 20 }] }, 'there is no field "through[0].value"'],
    [{ through: [{ ...SWEEP, before: [{ quality: 5 }] }] }, 'through[0].before[0].step'],
  ])('refuses %j', (conditions, message) => {
    expect(problem(conditions)).toContain(message);
  });
});

it('pairs, searches and plates may go through conditions, and nothing else', () => {
  expect(suiteOf(through('portrait')).tasks[0]).toMatchObject({ conditions: { through: ['portrait'] } });
  const conditions = { through: ['portrait'] };
  for (const other of [
    { id: 'x', protocol: 'all-pairs', data: 'faces', at: ['1e-1'] },
    { id: 'x', protocol: 'co-occurrence', data: 'faces', at: ['1e-1'] },
  ]) {
    expect(() => suiteOf({ ...other, conditions })).toThrow('conditions');
  }
});
