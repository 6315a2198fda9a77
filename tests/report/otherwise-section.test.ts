import { describe, expect, it } from 'vitest';
import { otherwiseSections } from '../../src/report/otherwise-section.js';
import { peopleRun } from '../support/people.js';

const errata = [{ kind: 'wrong-label' as const, a: 'p01/2.jpg', b: '', source: 'made up' }];

describe('otherwiseSections', () => {
  it('is not there for a run without errata and without other thresholds', () => {
    expect(otherwiseSections(peopleRun())).toEqual([]);
  });

  it('shows the headline rates of every system without what is known to be wrong', () => {
    const run = peopleRun({ task: { errata: 1 }, tables: { errata } });
    const [section, ...others] = otherwiseSections(run);
    expect(others).toEqual([]);
    expect(section?.title).toBe('Made-up people, without comparisons that are known to be mislabelled');
    expect(section?.paragraphs).toHaveLength(1);
    expect(section?.tables[0]?.columns).toEqual(['figure', 'good', 'bad']);
    expect(section?.tables[0]?.rows.map(([label]) => label)).toEqual([
      'missed (FNMR), FMR 1e-1',
      'false matches, target 1e-1',
    ]);
    expect(section?.tables[0]?.rows[0]?.[1]).toMatch(/^7\.14% \[.*\] 5 of 70$/);
    expect(section?.tables[0]?.rows[1]?.[2]).toMatch(/^9\.78% \[.*\] 27 of 276$/);
    expect(section?.notes).toEqual([]);
  });

  it('shows them at thresholds of other people, says of whom, and what a star means', () => {
    const run = peopleRun({ task: { at: ['1e-1', '1e-2'], calibrate: { share: 0.5 } } });
    const [section] = otherwiseSections(run);
    expect(section?.title).toBe('Made-up people, at thresholds that other people set');
    expect(section?.paragraphs[1]).toBe('Set by: 50% of the subjects.');
    const cells = section?.tables[0]?.rows.flat() ?? [];
    expect(cells).toHaveLength(12);
    expect(cells.filter((cell) => cell.endsWith(' *')).length).toBeGreaterThan(0);
    expect(section?.notes?.[0]).toMatch(/^\* .* is not resolved: /);
  });
});
