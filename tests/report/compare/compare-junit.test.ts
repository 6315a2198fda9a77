import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { compareJunit } from '../../../src/report/compare/compare-junit.js';
import { comparedRuns } from '../../../src/report/compare/compared-runs.js';
import { alone, BESIDE, first, hostile, other } from './runs.js';

/** The tags of a document, opened, with their attributes; throws where it is not well-formed. */
function tagsOf(text: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => tags.push({ name, attributes }));
  parser.write(text).close();
  return tags;
}

const failures = (text: string) =>
  tagsOf(text).flatMap(({ name, attributes }) => (name === 'failure' ? [attributes.message] : []));

describe('compareJunit', () => {
  it('has a case for each system and each test; only a system that is missing fails', () => {
    const text = compareJunit(BESIDE);
    const tags = tagsOf(text);
    expect(tags[0]?.attributes).toMatchObject({ tests: '4', failures: '1', skipped: '0' });
    expect(tags.flatMap(({ name, attributes }) => (name === 'testcase' ? [attributes.name] : []))).toEqual([
      'good, measured by both',
      'bad, measured by both',
      'good: missed (FNMR) at FMR 1e-1',
      'good: accuracy, mean of folds',
    ]);
    expect(failures(text)).toEqual(['The second run has no system bad: It has no address.']);
    expect(text).toContain('a difference that these data show');
  });

  it('fails for a task that is missing and for one that is another measurement', () => {
    expect(failures(compareJunit(comparedRuns(first, other, [])))).toEqual(['The second run has no task people.']);
    const tasks = first.record.tasks.map((task) => ({ ...task, at: ['1e-2'], digest: 'b' }));
    const changed = comparedRuns(first, { ...first, digest: 'c', record: { ...first.record, tasks } }, []);
    expect(failures(compareJunit(changed))).toEqual([expect.stringContaining('at, digest differ')]);
  });

  it('does not fail where the runs are of other systems, nor for one run twice', () => {
    expect(failures(compareJunit(comparedRuns(first, alone, [])))).toEqual([]);
    expect(failures(compareJunit(comparedRuns(first, first, [])))).toEqual([]);
  });

  it('skips a test that the data cannot resolve', () => {
    const paired = BESIDE.paired.map((row) => ({ ...row, unresolved: 'too few misses to tell' }));
    const tags = tagsOf(compareJunit({ ...BESIDE, paired }));
    expect(tags.flatMap(({ name, attributes }) => (name === 'skipped' ? [attributes.message] : []))).toEqual([
      'not resolved, too few misses to tell',
      'not resolved, too few misses to tell',
    ]);
  });

  it('keeps hostile names inert and tells what was changed', () => {
    const text = compareJunit(comparedRuns({ ...first, altered: ['metrics.csv'] }, hostile, []));
    expect(tagsOf(text).map(({ name }) => name)).not.toContain('script');
    expect(text).toContain('<system-err>A: metrics.csv changed since the run was made.</system-err>');
  });
});
