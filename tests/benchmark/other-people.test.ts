import { expect, it } from 'vitest';
import { checkOtherPeople } from '../../src/benchmark/other-people.js';

/** A task that uses `used` of the samples "subject/number"; a name without a slash is of nobody. */
const task = (id: string, all: readonly string[], used = all) => ({
  task: { id },
  dataset: {
    samples: all.map((name) => ({
      id: name,
      attributes: {},
      ...(name.includes('/') ? { subject: name.slice(0, name.indexOf('/')) } : {}),
    })),
  },
  prepared: { samples: used.map((name) => ({ id: name })) as never },
});

it('takes tasks whose people are others', () => {
  expect(() => checkOtherPeople(task('b', ['x/1', 'y/1']), task('a', ['p/1', 'q/1']))).not.toThrow();
});

it('refuses one person in both, even on different pictures', () => {
  expect(() => checkOtherPeople(task('b', ['x/1', 'y/1']), task('a', ['p/1', 'x/2']))).toThrow(
    'Task b takes thresholds from a, and 1 subjects stand in both (x); calibrate on other people',
  );
});

it('looks only at the samples that the tasks use', () => {
  const both = ['p/1', 'q/1', 'x/1', 'y/1'];
  expect(() => checkOtherPeople(task('b', both, ['x/1', 'y/1']), task('a', both, ['p/1', 'q/1']))).not.toThrow();
  expect(() => checkOtherPeople(task('b', both, ['x/1', 'q/1']), task('a', both, ['p/1', 'q/1']))).toThrow('(q)');
});

it('takes samples of nobody for people that nobody shares', () => {
  expect(() => checkOtherPeople(task('b', ['one.jpg']), task('a', ['one.jpg']))).not.toThrow();
});
