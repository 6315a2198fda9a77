import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClaims } from '../../../src/claims/read-claims.js';
import { packagedVerdicts, verdictsOf } from '../../../src/report/claims/run-verdicts.js';
import { htmlReport } from '../../../src/report/html-report.js';
import { junitReport } from '../../../src/report/junit-report.js';
import { markdownReport } from '../../../src/report/markdown-report.js';
import { temporaryFolder } from '../../support/catalog.js';
import { tested } from '../../support/claims.js';
import { peopleRun } from '../../support/people.js';

const run = peopleRun();
const FTE = 'measure: FTE, data: made-up, protocol: pairs, models: good, is: at most, value: 50%';

/** A claim file in a new folder, read as the command line reads it. */
async function written(claims: string, name = 'mine.yaml') {
  const folder = join(temporaryFolder(), 'a folder');
  mkdirSync(folder);
  const path = join(folder, name);
  writeFileSync(path, `title: Mine\nsource: own\nsuite: made-up\nclaims:\n  - ${claims}\n`);
  return { folder, claims: await readClaims(path) };
}

describe('verdictsOf', () => {
  it('holds a file against the run, and names it without the place where it lies', async () => {
    const { folder, claims } = await written(tested('works', FTE));
    const verdicts = verdictsOf(run, claims);
    expect(verdicts).toMatchObject({ file: 'mine.yaml', checked: { claims: [{ id: 'works', verdict: 'supported' }] } });
    for (const text of [
      JSON.stringify(verdicts),
      ...[htmlReport, markdownReport, junitReport].map((report) => report({ ...run, verdicts: [verdicts] })),
    ]) {
      expect(text).not.toContain(folder);
    }
  });

  it.each(['mine.yaml', "$&$'$`.yaml"])(
    'says why %s cannot be held against it, and not where it lies',
    async (name) => {
      const { folder, claims } = await written(tested('works', FTE.replace('made-up', 'absent')), name);
      const verdicts = verdictsOf(run, claims);
      if (!('problem' in verdicts)) throw new Error('it can be answered');
      expect(verdicts.file).toBe(name);
      expect(verdicts.problem).toContain(name);
      expect(verdicts.problem).not.toContain(folder);
    },
  );

  it('is the same each time', async () => {
    const { claims } = await written(tested('works', FTE));
    expect(verdictsOf(run, claims)).toEqual(verdictsOf(run, claims));
  });
});

describe('packagedVerdicts', () => {
  it('are of the files whose suite is the run’s, or none', async () => {
    expect(await packagedVerdicts(run)).toEqual([]);
  });

  it('take a packaged file even where its claims cannot be answered, and say why', async () => {
    const { claimFileNames } = await import('../../../src/claims/read-claims.js');
    const files = await Promise.all((await claimFileNames()).map(readClaims));
    const named = files.find(({ file }) => file.suite !== undefined);
    const suite = named?.file.suite;
    if (!named || suite === undefined) throw new Error('no packaged file names a suite');
    const other = { ...run, record: { ...run.record, suite: { ...run.record.suite, name: suite } } };
    const verdicts = await packagedVerdicts(other);
    expect(verdicts.map(({ file }) => file)).toEqual(
      files.filter(({ file }) => file.suite === suite).map(({ path }) => path.split('/').at(-1)),
    );
    expect(JSON.stringify(verdicts)).not.toContain(process.cwd());
    expect(junitReport({ ...other, verdicts })).not.toContain(process.cwd());
  });
});
