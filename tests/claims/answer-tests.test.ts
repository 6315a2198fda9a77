import { describe, expect, it } from 'vitest';
import { answerTests } from '../../src/claims/answer-tests.js';
import { type ClaimTest, testSchema } from '../../src/claims/test-schema.js';
import type { SystemTables } from '../../src/results/run-tables.js';
import { peopleRun, peopleTables } from '../support/people.js';
import { asRead } from '../support/run.js';

/** Non-mated scores that are all equal: no threshold lets a few of them pass, so no target can be resolved. */
function tiedTables(): SystemTables {
  const tables = peopleTables({ seed: 3 });
  const comparisons = tables.comparisons.map((one) => (one.mated || one.failure ? one : { ...one, score: 0.125 }));
  return { ...tables, comparisons };
}

const run = asRead(
  peopleRun({
    tables: {
      systems: new Map([
        ['tied', tiedTables()],
        ['good', peopleTables({ apart: 6 })],
        ['bad', peopleTables({ seed: 2, apart: 1 })],
      ]),
    },
    systems: ['tied', 'good', 'bad'],
  }),
);

const test = (cells: Partial<ClaimTest>): ClaimTest =>
  testSchema.parse({
    measure: 'FNMR@FMR',
    at: '1e-1',
    data: 'made-up',
    protocol: 'pairs',
    is: 'at most',
    value: 0.5,
    ...cells,
  });

function answer(...cells: Partial<ClaimTest>[]) {
  const asked = cells.map((one) => ({
    test: test(one),
    confidence: 0.95,
    place: { place: 'claims.yaml', advice: undefined },
  }));
  return answerTests(run, asked).map(({ verdict, ground }) => {
    if (ground.by !== 'test') throw new Error('A test is judged by a test.');
    return { verdict, shown: ground.shown.model, undecidable: ground.undecidable };
  });
}

describe('answerTests', () => {
  it('lets a system that cannot be judged leave the verdict to those that can', () => {
    expect(answer({ models: 'tied' })).toMatchObject([{ verdict: 'unresolved', undecidable: expect.any(String) }]);
    // One is enough to support a claim on the best, and to contradict one on every; and it is the one that is shown.
    expect(answer({ models: 'best' })).toEqual([{ verdict: 'supported', shown: 'good', undecidable: undefined }]);
    expect(answer({ models: 'every', value: 0.3 })).toEqual([
      { verdict: 'contradicted', shown: 'bad', undecidable: undefined },
    ]);
    // The other way round all must, and it stands in the way.
    expect(answer({ models: 'best', is: 'at least', value: 0.99 })[0]?.verdict).toBe('unresolved');
    expect(answer({ models: 'every', value: 0.99 })[0]).toMatchObject({
      verdict: 'unresolved',
      undecidable: expect.any(String),
    });
  });

  it('never judges a rate by comparisons that set it', () => {
    expect(answer({ measure: 'FMR', at: '1e-1', models: 'good', value: 0.9 })).toMatchObject([
      { verdict: 'unresolved', undecidable: expect.stringContaining('set the threshold themselves') },
    ]);
    // A threshold that the claim names is another matter.
    expect(answer({ measure: 'FMR', at: undefined, threshold: 0.2, models: 'good', value: 0.99 })[0]?.verdict).toBe(
      'supported',
    );
  });

  it('corrects tests for each other', () => {
    const claims = Array.from({ length: 3 }, () => ({ models: 'good', value: 0.5 }));
    expect(answer(...claims).map(({ verdict }) => verdict)).toEqual(['supported', 'supported', 'supported']);
  });
});
