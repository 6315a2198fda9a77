import { describe, expect, it } from 'vitest';
import { comparedRuns } from '../../../src/report/compare/compared-runs.js';
import { asRead } from '../../support/run.js';
import { alone, BESIDE, first, later, other } from './runs.js';

describe('comparedRuns', () => {
  it('couples namesakes and says what only one run measured', () => {
    expect(BESIDE).toMatchObject({
      isOneRun: false,
      sharesSystem: true,
      differs: [],
      onlyFirst: { systems: ['bad'], tasks: [] },
      onlySecond: { systems: [], tasks: [] },
      tasks: [{ task: { id: 'people' }, couples: [['good', 'good']] }],
    });
    expect(BESIDE.tasks[0]?.differs).toBeUndefined();
  });

  it('holds each against each where no name is in both, and knows tasks that one run alone has', () => {
    const { sharesSystem, tasks } = comparedRuns(first, alone, []);
    expect(sharesSystem).toBe(false);
    expect(tasks[0]?.couples).toEqual([
      ['good', 'third'],
      ['bad', 'third'],
    ]);
    const apart = comparedRuns(first, other, []);
    expect([apart.tasks, apart.onlyFirst.tasks, apart.onlySecond.tasks]).toEqual([[], ['people'], ['elsewhere']]);
  });

  it('takes only the systems that are asked for', () => {
    const { onlyFirst, tasks } = comparedRuns(first, later, [], ['good']);
    expect([onlyFirst.systems, tasks[0]?.couples]).toEqual([[], [['good', 'good']]]);
  });

  it('names what makes a task another measurement', () => {
    const changed = {
      ...first,
      record: { ...first.record, tasks: first.record.tasks.map((task) => ({ ...task, at: ['1e-2'], digest: 'b' })) },
    };
    const { differs, tasks } = comparedRuns(first, changed, []);
    expect(differs).toEqual(['task people: at, digest differ']);
    expect(tasks[0]?.differs).toBe('at, digest differ');
  });

  it('one run read twice is one run, unless a table of it was changed', () => {
    expect(comparedRuns(first, first, [])).toMatchObject({ isOneRun: true, onlyFirst: { systems: [] } });
    const edited = { ...asRead(first), altered: ['metrics.csv'] };
    expect(comparedRuns(first, edited, []).isOneRun).toBe(false);
  });
});
