import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Erratum } from '../../src/datasets/errata.js';
import { disputedBy, errataThatTouch, isDisputed } from '../../src/results/disputed.js';
import { formatErrata, parseErrata } from '../../src/results/errata-table.js';

const source = 'a citation, with a comma';
const errata: Erratum[] = [
  { kind: 'wrong-label', a: 'p/1', b: '', source },
  { kind: 'duplicate', a: 'q/1', b: 'r/1', source },
  { kind: 'same-person', a: 's', b: 't', source },
];
const compare = (a: string, b: string) => ({ a, b, subjectA: a.split('/')[0] ?? '', subjectB: b.split('/')[0] ?? '' });

it.each([
  ['p/1', 'p/2', true],
  ['x/1', 'p/1', true],
  ['p/2', 'p/3', false],
  ['q/1', 'r/1', true],
  ['q/1', 'x/1', true],
  ['x/1', 'r/1', true],
  ['q/2', 'r/2', false],
  ['s/1', 't/9', true],
  ['t/1', 's/9', true],
  ['s/1', 's/2', false],
  ['s/1', 'x/1', false],
])('%s with %s: %s', (a, b, disputed) => {
  expect(isDisputed(compare(a, b), errata)).toBe(disputed);
});

it('nothing is disputed without errata, and nothing unlabelled by the subjects', () => {
  expect(disputedBy([])(compare('p/1', 'q/1'))).toBe(false);
  expect(isDisputed({ a: 'photo#1', b: 'photo#2', subjectA: '', subjectB: '' }, errata)).toBe(false);
});

it('the errata that touch are those that dispute something on their own', () => {
  const name = fc.constantFrom('p/1', 'p/2', 'q/1', 'q/2', 'r/1', 's/1', 't/1', 'x/1');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, name)), (pairs) => {
      const comparisons = pairs.map(([a, b]) => compare(a, b));
      expect(errataThatTouch(comparisons, errata)).toEqual(
        errata.filter((erratum) => comparisons.some(disputedBy([erratum]))),
      );
    }),
  );
});

it('the table comes back as it was', () => {
  expect(parseErrata(formatErrata(errata), 't.csv')).toEqual(errata);
  expect(formatErrata(errata.slice(2))).toBe('kind,a,b,source\nsame-person,s,t,"a citation, with a comma"\n');
});

it.each([
  ['kind,a,b\n', 'must have the columns kind, a, b, source'],
  ['kind,a,b,source\nodd,x,y,s\n', 't.csv, line 2: the kind must be one of wrong-label, same-person, duplicate'],
  ['kind,a,b,source\nwrong-label,x,y,s\n', 't.csv, line 2: a wrong label names one sample'],
  ['kind,a,b,source\nduplicate,x,,s\n', 't.csv, line 2: a wrong label names one sample'],
  ['kind,a,b,source\nwrong-label,,,s\n', 't.csv, line 2: a wrong label names one sample'],
])('refuses %j', (text, message) => {
  expect(() => parseErrata(text, 't.csv')).toThrow(message);
});
