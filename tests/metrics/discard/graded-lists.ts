import fc from 'fast-check';
import type { GradedComparison, GradedComparisons } from '../../../src/metrics/discard/discard-steps.js';

/** Probes of few people and few qualities, so that both are shared; one probe in six failed, and so did its comparisons. */
const probes = fc.array(
  fc.record({
    subject: fc.nat({ max: 5 }),
    quality: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

const attempt = fc.record({
  probe: fc.nat({ max: 11 }),
  other: fc.nat({ max: 5 }),
  score: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -5, max: 5 }).map((n) => n / 8) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
});

/** Comparisons of some probes; a probe may stand in several, mated and non-mated. */
export const gradedLists: fc.Arbitrary<GradedComparisons> = fc
  .record({ probes, attempts: fc.array(attempt, { minLength: 1, maxLength: 40 }) })
  .map(({ probes: all, attempts }) => {
    const list = attempts.flatMap(({ probe: index, other, score }): GradedComparison[] => {
      const probe = all[index % all.length];
      if (!probe) return [];
      const { subject, quality } = probe;
      const failed = quality === undefined;
      return [
        {
          probe: index % all.length,
          subjectA: other,
          subjectB: subject,
          ...(failed ? {} : { quality }),
          ...(failed || score === undefined ? {} : { score }),
        },
      ];
    });
    return {
      mated: list.filter(({ subjectA, subjectB }) => subjectA === subjectB),
      nonMated: list.filter(({ subjectA, subjectB }) => subjectA !== subjectB),
    };
  });
