import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { alignTexts, countEdits } from '../../../src/metrics/plates/align-texts.js';
import { normaliseText } from '../../../src/plates/normalise.js';

const align = (truth: string, read: string) => alignTexts([...truth], [...read]);
const shown = (truth: string, read: string) => align(truth, read).steps.map((s) => `${s.truth ?? '-'}${s.read ?? '-'}`);

it('finds one substitution of O in B0O1I8S5 read as B001I8S5, and none once O is 0', () => {
  const { steps, edits } = align('B0O1I8S5', 'B001I8S5');
  expect(edits).toBe(1);
  expect(steps.filter((step) => step.truth !== step.read)).toEqual([{ truth: 'O', read: '0' }]);
  const folded = (text: string) => normaliseText(text, 'O=0, I=1');
  expect(alignTexts(folded('B0O1I8S5'), folded('B001I8S5')).edits).toBe(0);
});

it('prefers pairs from the right, then missing characters, then extra ones', () => {
  expect(shown('AB', 'BA')).toEqual(['AB', 'BA']);
  expect(shown('AAB', 'AB')).toEqual(['A-', 'AA', 'BB']);
  expect(shown('AB', 'AAB')).toEqual(['-A', 'AA', 'BB']);
  expect(shown('ABC', 'AXC')).toEqual(['AA', 'BX', 'CC']);
  expect(shown('AB', '')).toEqual(['A-', 'B-']);
  expect(shown('', 'AB')).toEqual(['-A', '-B']);
  expect(shown('1234', '2345')).toEqual(['1-', '22', '33', '44', '-5']);
});

it('is an alignment of the two texts whose length is the edit distance', () => {
  const text = fc.string({ unit: fc.constantFrom(...'AB01'), maxLength: 9 });
  fc.assert(
    fc.property(text, text, (truth, read) => {
      const alignment = align(truth, read);
      expect(alignment.edits).toBe(distance(truth, read));
      const { substituted, missing, extra } = countEdits(alignment);
      expect(substituted + missing + extra).toBe(alignment.edits);
      expect(alignment.steps.map((step) => step.truth ?? '').join('')).toBe(truth);
      expect(alignment.steps.map((step) => step.read ?? '').join('')).toBe(read);
      expect(align(read, truth).edits).toBe(alignment.edits);
    }),
  );
});
