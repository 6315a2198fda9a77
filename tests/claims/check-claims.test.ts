import { describe, expect, it } from 'vitest';
import { checkClaims } from '../../src/claims/check-claims.js';
import type { ClaimResult } from '../../src/claims/claim-result.js';
import { testsDigest } from '../../src/claims/freeze.js';
import type { ReadRun } from '../../src/results/read-run.js';
import { claimsOf, ownClaims, tested } from '../support/claims.js';
import { fusedRun } from '../support/fused-run.js';
import { platesRun } from '../support/plates-run.js';
import { asRead, madeUpRun } from '../support/run.js';
import { seenPairsRun, seenSearchRun } from '../support/seen-run.js';

const STARTED = '2026-01-02T00:00:00.000Z';
const runOf = (read: ReadRun) => ({ run: { read, started: STARTED } });
const PAIRS = asRead(madeUpRun());
const SEEN = asRead(seenPairsRun());
const FUSED = asRead(fusedRun());
const PLATES = asRead(platesRun());

const answer = (read: ReadRun, test: string, about?: string): ClaimResult => {
  const { claims } = checkClaims(ownClaims([tested('it', test, about)]), runOf(read));
  return claims[0] as ClaimResult;
};
const shown = ({ ground }: ClaimResult) => {
  if (ground.by !== 'test') throw new Error('It was no test.');
  return ground.shown;
};
const ACCURACY = 'measure: accuracy-10fold, data: made-up, protocol: pairs, is:';

describe('a test', () => {
  it('is supported, contradicted or unresolved, as all of its interval stands to the claim', () => {
    expect(answer(PAIRS, `${ACCURACY} at least, value: 1%`).verdict).toBe('supported');
    expect(answer(PAIRS, 'measure: FTE, data: made-up, protocol: pairs, is: at least, value: 90%').verdict).toBe(
      'contradicted',
    );
    expect(answer(PAIRS, 'measure: FTE, data: made-up, protocol: pairs, is: at most, value: 2%').verdict).toBe(
      'unresolved',
    );
  });

  it('of pictures without a face is about pictures, not about the templates that several of them make', () => {
    const result = answer(FUSED, 'measure: FTE, data: made-up, protocol: pairs, is: at least, value: 90%');
    expect(result.verdict).toBe('contradicted');
    expect(shown(result)).toMatchObject({ value: 5 / 180, counted: 5, trials: 180, over: 'pictures' });
    expect(result.sentence).toMatch(/finds no face in 2\.78% of the pictures/);
  });

  it('carries its evidence', () => {
    const result = answer(PAIRS, 'measure: FTE, data: [absent, made-up], protocol: pairs, is: at least, value: 90%');
    expect(shown(result)).toMatchObject({
      model: 'made-model',
      task: 'view',
      dataset: { name: 'made-up', title: 'Made up' },
      condition: null,
      value: 1 / 60,
      counted: 1,
      trials: 60,
      over: 'samples',
      run: PAIRS.digest,
    });
    expect(result.sentence).toMatch(
      /^The only model that was tried, made-model, finds no face in 1\.67% of the pictures/,
    );
    expect(result.sentence).toContain(
      '(1 of 60 samples; at least 0.0593% with 95% confidence, at most 13.2% with 95%)',
    );
    expect(result.sentence).toContain(
      '"at least 90%" is contradicted. This is about these models under these conditions.',
    );
  });

  it('is made through a condition, at thresholds of pictures as published', () => {
    const [task] = SEEN.record.tasks.filter(({ condition }) => condition);
    const name = task?.condition?.name ?? '';
    const result = answer(
      SEEN,
      `measure: FNMR@FMR, at: 1e-1, data: ${task?.dataset}, protocol: pairs, condition: ${name}, models: every, is: at most, value: 100%`,
    );
    const row = SEEN.rows.find(
      (row) => row.task === task?.id && row.metric === 'FNMR' && row.at === '1e-1' && row.model === shown(result).model,
    );
    expect(shown(result)).toMatchObject({ condition: { name }, value: row?.value, threshold: row?.threshold });
  });

  it('counts every comparison alike, or every person', () => {
    const at = (over: string) =>
      answer(SEEN, `measure: FNMR@FMR, at: 1e-1, data: made-up, protocol: pairs, ${over}, is: at most, value: 100%`);
    const rows = SEEN.rows.filter(
      (row) => `${row.task} ${row.metric} ${row.at} ${row.group}` === 'people FNMR@FMR 1e-1 all',
    );
    for (const over of ['comparisons', 'subjects']) {
      const result = at(`over: ${over}`);
      expect(shown(result)).toMatchObject({ over, value: rows.find((row) => row.over === over)?.value });
    }
    expect(at('over: subjects').sentence).toContain('(averaged over 24 people; at least');
  });

  it('finds what a search misses, and the only list by itself', () => {
    return seenSearchRun().then((run) => {
      const read = asRead(run);
      const task = read.record.tasks.find(({ condition }) => !condition);
      const result = answer(
        read,
        `measure: TPIR@FPIR, at: ${task?.at[0]}, data: ${task?.dataset}, protocol: search, is: at least, value: 0%`,
        'face-identification',
      );
      const row = read.rows.find(
        (row) => row.task === task?.id && row.metric === 'FNIR@FPIR' && row.at === task?.at[0],
      );
      const { value, counted, trials } = shown(result);
      expect(value).toBeCloseTo(1 - (row?.value ?? 0), 12);
      expect(counted).toBe((trials ?? 0) - (row?.errors ?? 0));
    });
  });

  it('reads plates under the strict rule unless another is named', () => {
    const exact = `measure: plate-exact, data: ${PLATES.record.tasks[0]?.dataset}, protocol: plates, is: at least, value: 1%`;
    const strict = shown(answer(PLATES, exact, 'plate-reading'));
    expect(strict.at).toBe('strict');
    const folded = shown(answer(PLATES, `${exact}, at: "O=0, I=1"`, 'plate-reading'));
    expect(folded.value).toBeGreaterThanOrEqual(strict.value ?? 1);
  });

  it('cannot be decided by a threshold that the same comparisons have set, and says what it would take', () => {
    const result = answer(PAIRS, 'measure: FMR, at: 1e-3, data: made-up, protocol: pairs, is: at most, value: 1e-6');
    expect(result.verdict).toBe('unresolved');
    expect(result.sentence).toContain('have set the threshold themselves, so it is what was asked for');
    expect(result.sentence).toContain('it would take 2,995,731 comparisons that share nobody, without one error');
    expect(result.sentence).toContain('5,991,462 people, two for each; 2,449 at the very least');
  });

  it('is decided at a threshold that the claim names', () => {
    const at = (value: string) =>
      answer(PAIRS, `measure: FMR, threshold: 0.5, data: made-up, protocol: pairs, is: at most, value: ${value}`);
    expect(shown(at('1%'))).toMatchObject({ counted: 1, trials: 20, threshold: 0.5, calibration: 'given', at: null });
    expect(at('60%').verdict).toBe('supported');
    expect(at('1e-4').verdict).not.toBe('supported');
  });
});

describe('many tests', () => {
  it('are held to the confidence together: the same test is harder to pass among others', () => {
    const test = 'measure: FTE, data: made-up, protocol: pairs, is: at most, value:';
    const levelsOf = (count: number) => {
      const claims = Array.from({ length: count }, (_, k) => tested(`t${k}`, `${test} ${k === 0 ? '50%' : '1%'}`));
      const checked = checkClaims(ownClaims(claims), runOf(PAIRS));
      return checked.claims.map((claim) => shown(claim).high?.confidence ?? 0);
    };
    expect(levelsOf(1)[0]).toBeCloseTo(0.95, 12);
    const [first, second] = levelsOf(3);
    expect(first).toBeCloseTo(1 - 0.05 / 3, 12);
    // One was decided, so two are left.
    expect(second).toBeCloseTo(1 - 0.05 / 2, 12);
  });
});

describe('a run that does not answer', () => {
  const fnmr = (change: string) => `measure: FNMR@FMR, at: 1e-1, ${change}, is: at most, value: 5%`;
  it.each([
    [
      'data: other, protocol: pairs',
      'mine.yaml, line 5: the run cannot answer this: it measures nothing on other; measure it with: falsematch run mine.',
    ],
    ['data: made-up, protocol: all-pairs', 'it has no all-pairs on made-up'],
    ['data: made-up, protocol: pairs, condition: fog', 'it has no pairs on made-up through the condition fog'],
    [
      'data: made-up, protocol: pairs, task: other',
      'it has no task other with pairs on made-up of pictures as published',
    ],
    [
      'data: made-up, protocol: pairs, models: made-modle',
      'There is no model of this run named "made-modle"; did you mean "made-model"?',
    ],
    [
      'data: made-up, protocol: pairs, group: women',
      'the task view has no group "women" of FNMR@FMR; it has all; failures-excluded.',
    ],
  ])('is refused for %s', (change, message) => {
    expect(() => answer(PAIRS, fnmr(change))).toThrow(message);
  });

  it('is asked for where there is none', () => {
    expect(() => checkClaims(ownClaims([tested('a', fnmr('data: made-up, protocol: pairs'))]))).toThrow(
      'mine.yaml: 1 of its claims are tests and need a run; measure it with: falsematch run mine; then name its directory with --run.',
    );
  });
});

describe('a claim without a test', () => {
  const UNTESTABLE = '{ because: Nothing is said., disclose: [the errors, the trials] }';
  it('says what would have to be disclosed, and what an accuracy without an operating point is worth', () => {
    const { claims, run } = checkClaims(
      ownClaims([
        `{ id: a, about: scale, statement: S, untestable: ${UNTESTABLE} }`,
        `{ id: b, about: scale, statement: S, untestable: { because: B, disclose: [D], accuracy: { value: 99%, listed: 1/100000 } } }`,
      ]),
    );
    expect(run).toBeNull();
    expect(claims.map(({ verdict }) => verdict)).toEqual(['untestable', 'untestable']);
    expect(claims[0]?.sentence).toBe(
      'This cannot be tested from outside: Nothing is said. It could be if this were disclosed: the errors; the trials.',
    );
    expect(claims[1]?.sentence).toContain(
      '"99% accurate" names no operating point: where one passage in 100,000 is of a listed person, a system that never raises an alarm is 99.999% accurate.',
    );
  });

  it('tells what it implies for cameras', () => {
    const deployment = (rates: string) =>
      `{ id: a, about: scale, statement: S, untestable: ${UNTESTABLE}, deployment: { cameras: 1000, faces: 5000, listed: 1/100000, assumed: A., rates: ${rates} } }`;
    const [claim] = checkClaims(ownClaims([deployment('{ fpir: 1/6000, tpir: 89% }')])).claims;
    expect(claim?.implied?.facts.scenarios[0]?.perDay.falseAlarms.value).toBeCloseTo(833.325, 3);
    expect(() => checkClaims(ownClaims([deployment('{ task: t, model: m, at: 1e-2 }')]))).toThrow(
      'mine.yaml, line 5: Its rates are those of a run; measure it with: falsematch run mine',
    );
    expect(() => checkClaims(ownClaims([deployment('{ task: t, model: m, at: 1e-2 }')]), runOf(PAIRS))).toThrow(
      'mine.yaml, line 5: This run has no searches of a list with an FPIR',
    );
  });
});

describe('tests that were fixed before the measurement', () => {
  const claims = ownClaims([tested('a', 'measure: FTE, data: made-up, protocol: pairs, is: at most, value: 5%')]);
  const suite = { name: 'made-up', sha256: 'd'.repeat(64) };
  const read = { ...PAIRS, record: { ...PAIRS.record, suite: { ...PAIRS.record.suite, ...suite } } };
  const freeze = {
    schema: 'falsematch-freeze/1' as const,
    frozen: '2026-01-01T00:00:00.000Z',
    claims: { file: 'mine.yaml', tests: testsDigest(claims.file) },
    suite,
  };
  const stateOf = (change: object, started: string | null = STARTED) =>
    checkClaims(claims, { run: { read, started }, freeze: { ...freeze, ...change } }).freeze;

  it('are known by digests and clocks', () => {
    expect(stateOf({})).toEqual({ state: 'before', frozen: freeze.frozen, started: STARTED });
    expect(stateOf({ frozen: '2026-01-03T00:00:00.000Z' })).toMatchObject({
      state: 'broken',
      why: 'the run had begun before',
    });
    expect(stateOf({ claims: { file: 'mine.yaml', tests: 'e'.repeat(64) } })).toMatchObject({
      why: 'the tests have been changed since',
    });
    expect(stateOf({ suite: { ...suite, sha256: 'e'.repeat(64) } })).toMatchObject({
      why: 'the run was of another state of the suite, or with other options',
    });
    expect(stateOf({ suite: { name: 'other', sha256: 'e'.repeat(64) } })).toMatchObject({
      why: 'the run is of the suite made-up, not other',
    });
    expect(stateOf({}, null)).toMatchObject({ why: 'the run does not say when it began' });
    expect(checkClaims(claims, { run: { read, started: STARTED } }).freeze).toEqual({ state: 'none' });
  });
});

it('a freeze is of the tests, not of what else a file says', () => {
  const file = (statement: string, value: string) =>
    ownClaims([
      `{ id: a, about: scale, statement: ${statement}, reading: R, test: { measure: FTE, data: d, protocol: pairs, is: at most, value: ${value} } }`,
    ]).file;
  expect(testsDigest(file('S', '5%'))).toBe(testsDigest(file('Other words', '0.05')));
  expect(testsDigest(file('S', '5%'))).not.toBe(testsDigest(file('S', '6%')));
});

it('names the vendor whose system was not tested', () => {
  const claims = claimsOf(
    `title: T\nsource: { title: Case study, publisher: Vendor, date: 2019, address: "https://vendor.example" }\nclaims:\n  - ${tested('a', 'measure: FTE, data: made-up, protocol: pairs, is: at most, value: 50%')}\n`,
  );
  const [claim] = checkClaims(claims, runOf(PAIRS)).claims;
  expect(claim?.sentence).toContain(
    'This is about these models under these conditions; no system of Vendor was tested.',
  );
});
