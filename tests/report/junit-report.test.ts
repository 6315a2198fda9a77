import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../src/report/claims/run-verdicts.js';
import { junitReport } from '../../src/report/junit-report.js';
import { ownClaims, tested } from '../support/claims.js';
import { peopleRun } from '../support/people.js';
import { seenPairsRun } from '../support/seen-run.js';
import { hostile } from './figures/support/hostile.js';

/** Elements of a report with their attributes; throws where it is not well-formed. */
function elementsOf(xml: string): { name: string; attributes: Record<string, string> }[] {
  const all: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => all.push({ name, attributes: attributes as Record<string, string> }));
  parser.write(xml).close();
  return all;
}
const suites = (xml: string) =>
  elementsOf(xml).flatMap(({ name, attributes }) => (name === 'testsuite' ? [attributes] : []));
const fte = (value: string) =>
  `measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: ${value}`;

describe('junitReport', () => {
  const run = peopleRun();

  it('has a case for each system and one for what was missing', () => {
    expect(suites(junitReport(run))).toEqual([{ name: 'Made-up people', tests: '3', failures: '0', skipped: '1' }]);
    expect(suites(junitReport(seenPairsRun())).map(({ name }) => name)).toHaveLength(4);
  });

  it('has claims after that: what is contradicted is a failure', () => {
    const claims = ownClaims([
      tested('works', fte('50%')),
      tested('always-fails', fte('50%').replace('at most', 'at least')),
      '{ id: secret, about: face-verification, statement: It works., untestable: { because: No figure., disclose: [it] } }',
    ]);
    const verdicts = [verdictsOf(run, claims)];
    expect(suites(junitReport({ ...run, verdicts })).slice(1)).toEqual([
      { name: 'Mine', tests: '3', failures: '1', skipped: '1' },
    ]);
  });

  it('does not keep quiet about a file that cannot be held against the run', () => {
    const verdicts = [{ file: '<mine>.yaml', problem: 'There is no "x"\u0007.' }];
    const xml = junitReport({ ...run, verdicts });
    expect(suites(xml).slice(1)).toEqual([{ name: '<mine>.yaml', tests: '1', failures: '0', skipped: '1' }]);
    expect(elementsOf(xml).at(-1)).toEqual({
      name: 'skipped',
      attributes: { message: 'The claims cannot be held against this run: There is no "x".' },
    });
  });

  it('counts what it has, and is well-formed whatever anything is called', () => {
    for (const own of [run, hostile(run), hostile(seenPairsRun())]) {
      const xml = junitReport(own);
      const all = elementsOf(xml);
      const sum = (name: string) => suites(xml).reduce((total, one) => total + Number(one[name]), 0);
      expect(all.filter(({ name }) => name === 'testcase')).toHaveLength(sum('tests'));
      expect(all.filter(({ name }) => name === 'skipped')).toHaveLength(sum('skipped'));
      expect(xml).not.toMatch(/\u202e|<script/);
    }
  });
});
