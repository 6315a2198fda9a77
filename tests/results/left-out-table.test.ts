import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLeftOut, formatTemplates, parseLeftOut, parseTemplates } from '../../src/results/left-out-table.js';
import { cellText } from '../support/table-cells.js';

const templates = fc.uniqueArray(
  fc.record({ template: cellText, subject: cellText, pictures: fc.integer({ min: 1, max: 9 }) }),
  { selector: ({ template }) => template, maxLength: 8 },
);

it('the templates of a task come back as they were', () => {
  fc.assert(
    fc.property(templates, (list) => {
      expect(parseTemplates(formatTemplates(list), 't.csv')).toEqual(list);
    }),
  );
});

it('what was left out of them comes back as it was', () => {
  fc.assert(
    fc.property(templates, fc.infiniteStream(fc.constantFrom('', 'no-face', 'unreadable')), (list, failing) => {
      const leftOut = list.flatMap(({ template, pictures }) =>
        Array.from({ length: pictures }, (_, k) => ({
          template,
          picture: `${k}.jpg`,
          failure: failing.next().value ?? '',
        })).filter(({ failure }) => failure !== ''),
      );
      expect(parseLeftOut(formatLeftOut(leftOut), 't.csv', list)).toEqual(leftOut);
    }),
  );
});

const ONCE = 't.csv, line 3: a template stands there once, with the number of its pictures; the file was edited';

it.each([
  ['template,subject\na,s\n', 't.csv must have the columns template, subject, pictures; it has template, subject.'],
  ['template,subject,pictures\na,s,1\na,s,2\n', ONCE],
  ['template,subject,pictures\na,s,1\nb,s,0\n', ONCE],
  ['template,subject,pictures\na,s,1\nb,s,-1\n', ONCE],
  ['template,subject,pictures\na,s,1\nb,s,1.5\n', ONCE],
  ['template,subject,pictures\na,s,1\nb,s,99999999999\n', ONCE],
])('refuses the templates %j', (text, message) => {
  expect(() => parseTemplates(text, 't.csv')).toThrow(message);
});

const LISTED = [
  { template: 'a', subject: 's', pictures: 1 },
  { template: 'b', subject: 's', pictures: 2 },
];
const FOR_A_REASON = 't.csv, line 3: a picture is left out of a template of the task, once, and for a reason; the file';

it.each([
  ['template,picture\na,1\n', 't.csv must have the columns template, picture, failure; it has template, picture.'],
  ['template,picture,failure\nb,1,no-face\nc,1,no-face\n', FOR_A_REASON],
  ['template,picture,failure\nb,1,no-face\nb,1,no-face\n', FOR_A_REASON],
  ['template,picture,failure\nb,1,no-face\na,1,\n', FOR_A_REASON],
  // One more than the template is made of.
  ['template,picture,failure\na,1,no-face\na,2,no-face\n', FOR_A_REASON],
])('refuses what was left out %j', (text, message) => {
  expect(() => parseLeftOut(text, 't.csv', LISTED)).toThrow(message);
});
