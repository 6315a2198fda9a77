import { describe, expect, it } from 'vitest';
import { readClaims } from '../../src/claims/read-claims.js';
import { claimsOf, ownClaims, tested } from '../support/claims.js';

const FNMR = 'measure: FNMR@FMR, at: 1e-3, data: lfw, protocol: pairs, is: at most, value: 5%';
const COUNTS = 'reported: 92%, readings: [{ of: alerts, counted: false ones, errors: 92, trials: 100 }]';

it('finds the files of the package by name or as "claims/NAME.yaml", and names the nearest of one that is not there', async () => {
  const { digest, file } = await readClaims('belgrade-2019');
  expect(file.claims).toHaveLength(19);
  expect((await readClaims('claims/belgrade-2019.yaml')).digest).toBe(digest);
  await expect(readClaims('belgrade-2018')).rejects.toThrow(
    'There is no claim file named "belgrade-2018"; did you mean "belgrade-2019"?',
  );
  await expect(readClaims('mine.yaml')).rejects.toThrow('The claim file mine.yaml does not exist; check the path.');
});

it('reads a claim with what is usual', () => {
  const { file, placeOf } = ownClaims([tested('mine', FNMR)]);
  expect(file).toMatchObject({ confidence: 0.95, suite: 'mine' });
  expect(file.claims[0]?.test).toMatchObject({ at: '1e-3', models: 'best', value: 0.05 });
  expect(placeOf(0, 'test', 'at')).toBe('mine.yaml, line 5');
});

describe('a claim file', () => {
  it.each([
    [
      'without a source',
      'title: T\nclaims:\n  - { id: a, about: scale, statement: S, untestable: { because: B, disclose: [D] } }\n',
      'mine.yaml, line 3: "claims[0].id": a claim needs a source: give one here, or one for the whole file, found "a".',
    ],
    [
      'with a source that nobody can find',
      'title: T\nsource: { title: T, publisher: P, date: 2019-03 }\nclaims:\n  - { id: a, about: scale, statement: S, untestable: { because: B, disclose: [D] } }\n',
      '"source.address": a source needs its address, or "readIn"',
    ],
    [
      'with the same id twice',
      'title: T\nsource: own\nclaims:\n  - { id: a, about: scale, statement: S, untestable: { because: B, disclose: [D] } }\n  - { id: a, about: scale, statement: S, untestable: { because: B, disclose: [D] } }\n',
      'mine.yaml, line 5: "claims[1].id": two claims have the same id',
    ],
    ['of no claims', 'title: T\nsource: own\nclaims: []\n', '"claims": expected at least 1 entries'],
    [
      'with a confidence of 1',
      `title: T\nsource: own\nconfidence: 1\nclaims:\n  - ${tested('a', FNMR)}\n`,
      'line 3: "confidence": expected below 1',
    ],
  ])('%s is refused', (_, text, message) => {
    expect(() => claimsOf(text)).toThrow(message);
  });

  it.each([
    [
      '{ id: a, about: scale, statement: S }',
      'give one of "test", "counts" and "untestable"; this claim has none of them',
    ],
    [
      `{ id: a, about: scale, statement: S, counts: { ${COUNTS} }, untestable: { because: B, disclose: [D] } }`,
      'this claim has more than one',
    ],
    ['{ id: a, about: magic, statement: S, untestable: { because: B, disclose: [D] } }', '"claims[0].about": expected'],
    [
      '{ id: a, about: scale, statement: S, quote: one two three four five six seven eight nine ten eleven twelve thirteen, untestable: { because: B, disclose: [D] } }',
      'quote at most 12 words',
    ],
    [tested('a', FNMR.replace('FNMR@FMR', 'FNMR@FMT')), 'mine.yaml, line 5: "claims[0].test.measure": expected'],
    [
      tested('a', FNMR.replace('at: 1e-3, ', '')),
      'name the operating point of FNMR@FMR: "at", a target FMR such as 1e-3',
    ],
    [tested('a', FNMR.replace('1e-3', '3')), '"claims[0].test.at": a target FMR is between 0 and 1'],
    [
      tested('a', FNMR.replace('protocol: pairs', 'protocol: search')),
      'FNMR@FMR cannot be tested by this protocol; it comes from pairs, all-pairs, recapture, found "search"',
    ],
    [tested('a', FNMR.replace('5%', '105%')), '"claims[0].test.value": must be at most 100%'],
    [tested('a', FNMR.replace('5%', 'few')), '"few" is not a number with a unit; write 30 % or 0.3'],
    [tested('a', `${FNMR}, confidence: 1`), '"claims[0].test.confidence": expected below 1'],
    [tested('a', `${FNMR}, confidence: 0.5`), '"claims[0].test.confidence": expected above 0.5'],
    [tested('a', `${FNMR}, within: 1%`), '"within" goes with "is: equal to"'],
    [
      tested('a', `${FNMR.replace('FNMR@FMR', 'FMR')}, over: subjects`),
      'only FNMR and FNMR@FMR are also averaged over subjects',
    ],
    [tested('a', FNMR.replace('at most', 'about')), '"claims[0].test.is": expected "at most"'],
    [tested('a', `${FNMR}, threshold: 0.3`), 'a threshold goes with FMR, FNMR and FPIR alone'],
    [
      tested('a', 'measure: FMR, at: 1e-3, threshold: 0.3, data: lfw, protocol: pairs, is: at most, value: 5%'),
      'give "at" or "threshold", not both',
    ],
    [
      tested('a', 'measure: TPIR@rank, data: lfw, protocol: search, is: at least, value: 5%'),
      'name the rank, a whole number from 1',
    ],
    [
      tested('a', 'measure: EER, at: 1e-3, data: lfw, protocol: pairs, is: at most, value: 5%'),
      'EER has no operating point',
    ],
    [
      `{ id: a, about: scale, statement: S, counts: { ${COUNTS.replace('errors: 92', 'errors: 101')} } }`,
      'line 5: "claims[0].counts.readings[0].errors": what is counted cannot be more than the 100 trials, found 101.',
    ],
    [
      `{ id: a, about: scale, statement: S, counts: { ${COUNTS.replace('92%', '192%')} } }`,
      '"claims[0].counts.reported": a share is at most 100%, found "192%"',
    ],
    [
      `{ id: a, about: scale, statement: S, counts: { ${COUNTS.replace('92%', '92')} } }`,
      'write a figure as it was printed',
    ],
  ])('%s is refused', (claim, message) => {
    expect(() => ownClaims([claim])).toThrow(message);
  });
});
