import { madeUpDataset, peopleSamples, SAMPLES_OF, unitTemplatesOf } from '../../../support/made-up-dataset.js';
import { measuredSearch, searchTask } from '../../../support/measured-search.js';
import type { MadeUpRun } from '../../../support/run.js';

/** Searches in lists of these sizes, drawn from 24 people. */
export async function sizesRun(subjects: readonly number[] = [4, 8, 16]): Promise<MadeUpRun> {
  const people = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF]);
  const task = searchTask({ search: { gallery: { subjects: [...subjects] } }, at: ['2e-1', '1e-1'] });
  const dataset = madeUpDataset('made-up', people);
  return (await measuredSearch(task, { dataset, templates: unitTemplatesOf(people) })).run;
}
