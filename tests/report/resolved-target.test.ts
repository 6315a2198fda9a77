import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolvedTarget } from '../../src/report/resolved-target.js';
import { rate, row } from './figures/support/rows.js';

const target = (at: readonly string[], rows: ReturnType<typeof row>[]) =>
  resolvedTarget({ at: [...at] }, rows, 'F', 'all');
const of = (at: string, resolvable: string, model = 'm') => row('F', at, { model, ...rate(1, 10, 0, 1, resolvable) });

it('is the strictest at which every system is resolved, however the suite has them', () => {
  const rows = [
    of('1e-1', 'yes'),
    of('1e-2', 'yes'),
    of('1e-3', 'yes'),
    of('1e-3', 'no: few', 'n'),
    of('1e-2', 'yes', 'n'),
  ];
  expect(target(['1e-1', '1e-2', '1e-3'], rows)).toBe('1e-2');
  expect(target(['1e-3', '1e-2', '1e-1'], rows)).toBe('1e-2');
});

it('is the first where none is resolved, and nothing where there is none', () => {
  expect(target(['1e-1', '1e-2'], [of('1e-1', 'no: x'), of('1e-2', 'no: x')])).toBe('1e-1');
  expect(target(['1e-1', '1e-2'], [])).toBe('1e-1');
  expect(target([], [of('1e-1', 'yes')])).toBe('');
});

it('looks at no other metric, group or target', () => {
  const others = [{ ...of('1e-2', 'yes'), metric: 'G' }, { ...of('1e-2', 'yes'), group: 'women' }, of('1e-4', 'yes')];
  expect(target(['1e-1', '1e-2'], [of('1e-1', 'yes'), ...others])).toBe('1e-1');
});

it('is one of those that were asked for, and resolved if any is', () => {
  const states = fc.array(fc.boolean(), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(states, (resolved) => {
      const at = resolved.map((_, k) => `1e-${k + 1}`);
      const rows = at.map((point, k) => of(point, resolved[k] ? 'yes' : 'no: x'));
      const strictest = resolved.lastIndexOf(true);
      expect(target(at, rows)).toBe(at[Math.max(0, strictest)]);
    }),
  );
});
