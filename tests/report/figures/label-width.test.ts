import { expect, it } from 'vitest';
import { labelWidth } from '../../../src/report/figures/label-width.js';

it('is wider for more, and for wider signs', () => {
  expect(labelWidth('')).toBe(0);
  expect(labelWidth('WW')).toBeGreaterThan(labelWidth('aa'));
  expect(labelWidth('aa')).toBeGreaterThan(labelWidth('il'));
  expect(labelWidth('漢')).toBeGreaterThan(labelWidth('W'));
  expect(labelWidth('abc')).toBeCloseTo(labelWidth('a') * 3, 9);
});
