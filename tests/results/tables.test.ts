import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Comparison, formatComparisons, parseComparisons } from '../../src/results/comparison-table.js';
import { formatSamples, parseSamples, type SampleOutcome } from '../../src/results/sample-table.js';

const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text === text.trim() && !/[\r\n]/.test(text));

const comparison: fc.Arbitrary<Comparison> = fc
  .record({
    a: name,
    b: name,
    subjectA: fc.oneof(fc.constant(''), name),
    subjectB: fc.oneof(fc.constant(''), name),
    mated: fc.boolean(),
    fold: fc.option(fc.nat(20), { nil: undefined }),
    score: fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }),
  })
  .map(({ fold, score, ...rest }) => ({
    ...rest,
    ...(fold === undefined ? {} : { fold }),
    ...(score === undefined ? { failure: 'a:no-face' } : { score: score + 0, failure: '' }),
  }));

it('comparisons come back as they were, scores to the bit, whatever the names', () => {
  fc.assert(
    fc.property(fc.array(comparison, { maxLength: 20 }), (comparisons) => {
      expect(parseComparisons(formatComparisons(comparisons), 't.csv')).toEqual(comparisons);
    }),
  );
});

it('samples come back as they were', () => {
  const outcome: fc.Arbitrary<SampleOutcome> = fc.oneof(
    fc.record({ sample: name, subject: name, faces: fc.integer({ min: 1, max: 9 }), failure: fc.constant('') }),
    fc.record({ sample: name, subject: fc.constant(''), faces: fc.constant(0), failure: fc.constant('unreadable') }),
  );
  fc.assert(
    fc.property(fc.array(outcome), (samples) => {
      expect(parseSamples(formatSamples(samples), 't.csv')).toEqual(samples);
    }),
  );
});

const HEAD = 'a,b,subject_a,subject_b,mated,fold,score,failure\n';

it.each([
  ['a,b\nx,y\n', 't.csv must have the columns a, b, subject_a'],
  [`${HEAD}x,y,,,2,,0.5,\n`, 't.csv, line 2: mated must be 0 or 1, not "2"'],
  [`${HEAD}x,y,,,1,,half,\n`, 't.csv, line 2: "half" is not a score'],
  [`${HEAD}x,y,,,1,,,\n`, 't.csv, line 2: a comparison has either a score or a failure'],
  [`${HEAD}x,y,,,1,,0.5,a:no-face\n`, 't.csv, line 2: a comparison has either a score or a failure'],
  [`${HEAD}x,y,,,1\n`, 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseComparisons(text, 't.csv')).toThrow(message);
});

it('refuses a sample with faces and a failure', () => {
  expect(() => parseSamples('sample,subject,faces,failure\nx,,1,no-face\n', 't.csv')).toThrow(
    'either faces or a failure',
  );
});
