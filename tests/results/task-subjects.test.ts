import fc from 'fast-check';
import { expect, it } from 'vitest';
import { taskSubjects } from '../../src/results/task-subjects.js';

it('numbers subjects as they come, and counts their samples and those that failed', () => {
  const outcome = fc.record({
    subject: fc.constantFrom('zoe', 'adam', 'carl', 'eva'),
    failure: fc.constantFrom('', '', 'no-face'),
  });
  fc.assert(
    fc.property(fc.array(outcome, { maxLength: 15 }), (outcomes) => {
      const { labels, subjectOf, samples, failed, scored } = taskSubjects(outcomes);
      expect(labels).toEqual([...new Set(outcomes.map(({ subject }) => subject))]);
      expect([...subjectOf].map((number) => labels[number])).toEqual(outcomes.map(({ subject }) => subject));
      const count = (label: string, which: (failure: string) => boolean) =>
        outcomes.filter(({ subject, failure }) => subject === label && which(failure)).length;
      expect([...samples]).toEqual(labels.map((label) => count(label, () => true)));
      expect([...failed]).toEqual(labels.map((label) => count(label, (failure) => failure !== '')));
      expect([...scored]).toEqual(outcomes.flatMap(({ failure }, place) => (failure === '' ? [place] : [])));
    }),
  );
});
