import { expect, it } from 'vitest';
import { compareTemplates } from '../../../src/benchmark/parity/compare-templates.js';

const at = (degrees: number) => {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
};
const processor = [0, 20, 50, 95].map(at);

it('passes the same templates, and says what was compared', () => {
  const same = compareTemplates(processor, processor);
  expect(same).toMatchObject({ state: 'passed', compared: 4, largestShift: 0, decisions: { changed: 0, of: 18 } });
  expect(same.lowestCosine).toBeCloseTo(1, 6);
});

it('fails templates that point elsewhere, and counts the decisions that this changes', () => {
  // Scores of the pairs are the cosines of 20, 50, 95, 30, 75 and 45 degrees; turned, 20 and 30 become 31 and 19.
  const turned = [0, 31, 50, 95].map(at);
  const found = compareTemplates(turned, processor);
  expect(found.state).toBe('failed');
  expect(found.lowestCosine).toBeCloseTo(Math.cos((11 * Math.PI) / 180), 6);
  expect(found.largestShift).toBeCloseTo(Math.cos((64 * Math.PI) / 180) - Math.cos((75 * Math.PI) / 180), 6);
  // Between 20 and 30 degrees two pairs change sides; between 45 and 50 none does.
  expect(found.decisions).toMatchObject({ changed: 4, of: 18 });
});

it('fails nothing at all, missing templates and numbers that are none', () => {
  expect(compareTemplates([], []).state).toBe('failed');
  expect(compareTemplates([], processor).state).toBe('failed');
  expect(compareTemplates([Float32Array.of(Number.NaN, 0)], [at(0)]).state).toBe('failed');
});
