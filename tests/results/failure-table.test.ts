import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatFailures, formatTaskSamples, parseFailures, parseTaskSamples } from '../../src/results/failure-table.js';
import { cellText } from '../support/table-cells.js';

const samples = fc.uniqueArray(fc.record({ sample: cellText, subject: cellText }), {
  selector: ({ sample }) => sample,
  maxLength: 12,
});

it('the samples of a task come back as they were', () => {
  fc.assert(
    fc.property(samples, (list) => {
      expect(parseTaskSamples(formatTaskSamples(list), 't.csv')).toEqual(list);
    }),
  );
});

it('what became of each sample comes back from the failures alone', () => {
  fc.assert(
    fc.property(samples, fc.infiniteStream(fc.constantFrom('', '', 'no-face', 'unreadable')), (list, failing) => {
      const outcomes = list.map((one) => {
        const failure = failing.next().value ?? '';
        return { ...one, faces: failure === '' ? 1 : 0, failure };
      });
      expect(parseFailures(formatFailures(outcomes), 't.csv', list)).toEqual(outcomes);
    }),
  );
});

const LISTED = ['a', 'b', 'c'].map((sample) => ({ sample, subject: 's' }));

it.each([
  ['sample\na\n', 't.csv must have the columns sample, failure; it has sample.'],
  ['sample,failure\na\n', 't.csv is not a CSV table'],
  ['sample,failure\na,no-face\nd,no-face\n', 't.csv, line 3: a failure names a sample of the task, once'],
  ['sample,failure\na,no-face\nb,\n', 't.csv, line 3: a failure names a sample of the task, once, and says why'],
  // The line is that of the second mention, not the last one.
  ['sample,failure\na,no-face\na,no-face\nb,no-face\nc,no-face\n', 't.csv, line 3: a failure names'],
])('refuses the failures %j', (text, message) => {
  expect(() => parseFailures(text, 't.csv', LISTED)).toThrow(message);
});

it('refuses samples under other columns', () => {
  expect(() => parseTaskSamples('sample,person\na,s\n', 't.csv')).toThrow(
    't.csv must have the columns sample, subject',
  );
});
