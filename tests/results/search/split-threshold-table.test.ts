import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatAccepted,
  formatMisses,
  parseSplitThresholds,
  type SplitThreshold,
} from '../../../src/results/search/split-threshold-table.js';
import { cellText, counted, float32 } from '../../support/table-cells.js';

const at = (threshold: number): fc.Arbitrary<SplitThreshold> =>
  fc.record({
    threshold: fc.constant(threshold),
    falseMatches: counted,
    rejected: float32,
    atRejected: counted,
    disjoint: counted,
    misses: fc
      .uniqueArray(fc.tuple(cellText, counted), { selector: ([subject]) => subject, maxLength: 4 })
      .map((rows) => new Map(rows)),
  });

const parse = (accepted: string, misses: string, names: readonly string[]) =>
  parseSplitThresholds({ text: accepted, name: 'accepted.csv' }, { text: misses, name: 'misses.csv' }, names);

it('thresholds and misses come back as they were', () => {
  const list = fc.uniqueArray(float32, { maxLength: 3 }).chain((thresholds) => fc.tuple(...thresholds.map(at)));
  const tables = fc
    .uniqueArray(cellText, { minLength: 1, maxLength: 3 })
    .chain((names) => fc.record({ names: fc.constant(names), lists: fc.tuple(...names.map(() => list)) }));
  fc.assert(
    fc.property(tables, ({ names, lists }) => {
      expect(parse(formatAccepted(lists, names), formatMisses(lists, names), names)).toEqual(lists);
    }),
  );
});

const ACCEPTED = 'list,threshold,false_matches,rejected,at_rejected,disjoint\n';
const MISSES = 'list,threshold,subject,misses\n';

it.each([
  ['list\n', MISSES, 'accepted.csv must have the columns list, threshold, false_matches'],
  [ACCEPTED, 'list\n', 'misses.csv must have the columns list, threshold, subject, misses'],
  [`${ACCEPTED}split 1,0.5,2,0.25,3,1\nsplit 9,0.5,2,0.25,3,1\n`, MISSES, 'accepted.csv, line 3: there is no list "sp'],
  [`${ACCEPTED}split 1,high,2,0.25,3,1\n`, MISSES, 'accepted.csv, line 2: "high" is not a score'],
  [`${ACCEPTED}split 1,0.5,2,,3,1\n`, MISSES, 'accepted.csv, line 2: "" is not a score'],
  [`${ACCEPTED}split 1,0.5,two,0.25,3,1\n`, MISSES, 'accepted.csv, line 2: "two" is not a count'],
  [`${ACCEPTED}split 1,0.5,2,0.25,-3,1\n`, MISSES, 'accepted.csv, line 2: "-3" is not a count'],
  [`${ACCEPTED}split 1,0.5,2,0.25,3,0.5\n`, MISSES, 'accepted.csv, line 2: "0.5" is not a count'],
  [
    `${ACCEPTED}split 1,0.5,2,0.25,3,1\n`,
    `${MISSES}split 1,0.5,zoe,1\nsplit 1,0.5,adam,few\n`,
    'misses.csv, line 3: "few" is not a count',
  ],
  [
    `${ACCEPTED}split 1,0.5,2,0.25,3,1\n`,
    `${MISSES}split 1,0.5,zoe,1\nsplit 1,0.6,zoe,1\n`,
    'misses.csv, line 3: accepted.csv has no threshold 0.6 of "split 1"',
  ],
  [
    `${ACCEPTED}split 1,0.5,2,0.25,3,1\n`,
    `${MISSES}split 1,0.5,zoe,1\nsplit 1,0.5,zoe,2\n`,
    'misses.csv, line 3: the subject "zoe" stands there twice',
  ],
])('refuses the thresholds %j with the misses %j', (accepted, misses, message) => {
  expect(() => parse(accepted, misses, ['split 1', 'split 2'])).toThrow(message);
});
