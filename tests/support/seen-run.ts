import { failuresByName, probeSamples } from '../../src/results/conditions/probes-of.js';
import { sidesText } from '../../src/results/conditions/score-column.js';
import type { SampleQuality } from '../../src/results/quality/quality-table.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { RunTables, SystemTables, TaskTables } from '../../src/results/run-tables.js';
import { gaussian } from './gaussian.js';
import { madeUpDataset, peopleSamples, SAMPLES_OF, unitTemplatesOf } from './made-up-dataset.js';
import { measuredSearch, searchTask } from './measured-search.js';
import { peopleTables, peopleTask } from './people.js';
import { PLATE_LABELS, PLATES_TASK, plateReadings, platesTables } from './plates-run.js';
import { type MadeUpRun, runOf, signed } from './run.js';

type Condition = NonNullable<TaskRecord['condition']>;

/** A condition as a run's record names it. */
export const conditionRecord = (of: string, name: string, change: Partial<Condition> = {}): Condition => ({
  name,
  title: `Through ${name}`,
  side: 'probe',
  of,
  thresholdsFrom: of,
  steps: [{ step: 'jpeg', quality: 20 }],
  does: ['JPEG, quality 20'],
  ...change,
});

/** A task through a condition. */
export function seenTask(
  { digest: _, groups: __, ...task }: TaskRecord,
  name: string,
  change: Partial<Condition> = {},
): TaskRecord {
  const condition = conditionRecord(task.id, name, change);
  return signed({ ...task, id: `${task.id}.${name}`, title: `${task.title}, ${condition.title}`, condition });
}

/** Something of four digits that is another for each place. */
const qualityAt = (place: number): SampleQuality => ({
  measures: {
    size: 20 + place / 4,
    sharpness: Number((100 + ((place * 37) % 91)).toPrecision(4)),
    brightness: Number((0.1 + ((place * 17) % 50) / 100).toPrecision(4)),
    score: 0.75,
    norm: 12.25,
  },
  failure: '',
});

export interface SeenTablesOptions {
  readonly side?: 'probe' | 'both';
  readonly failing?: readonly string[];
  readonly seed?: number;
  readonly quality?: boolean;
}

/** What a condition makes of the tables of a list of pairs: mated scores are lower, and some probes fail. */
export function seenTables(
  { comparisons, samples }: SystemTables,
  { side = 'probe', failing = ['p03/2.jpg', 'p05/1.jpg'], seed = 7, quality = true }: SeenTablesOptions = {},
): SystemTables {
  const probes = probeSamples(comparisons, side).map(({ sample, subject }) => {
    const failure = failing.includes(sample) ? 'no-face' : '';
    return { sample, subject, faces: failure === '' ? 1 : 0, failure };
  });
  const ofProbe = failuresByName(probes);
  const ofReference = side === 'probe' ? failuresByName(samples) : ofProbe;
  const normal = gaussian(seed);
  return {
    comparisons: comparisons.map(({ score: _, failure: __, ...comparison }) => {
      const failure = sidesText(ofReference(comparison.a), ofProbe(comparison.b));
      const score = Math.fround(0.1 * normal() + (comparison.mated ? 0.15 : 0));
      return { ...comparison, ...(failure === '' ? { score } : {}), failure };
    }),
    samples: probes,
    ...(quality
      ? { quality: probes.map(({ failure }, place) => (failure ? { measures: null, failure } : qualityAt(place))) }
      : {}),
  };
}

const seenOf = (conditionOf: string, systems: TaskTables['systems'], shared: Partial<TaskTables> = {}): TaskTables => ({
  conditionOf,
  systems,
  ...shared,
});

/** Systems on a list of pairs: as published, with probes through "dim", both sides through "fog", and a sweep. */
export function seenPairsRun(names: readonly string[] = ['good']): MadeUpRun {
  const people = peopleTask();
  const systems = new Map(names.map((name, k) => [name, peopleTables({ seed: k + 1, apart: 3 - k })]));
  const through = (options: SeenTablesOptions) =>
    seenOf('people', new Map([...systems].map(([name, own]) => [name, seenTables(own, options)])));
  const tables: RunTables = new Map([
    ['people', { systems }],
    ['people.dim', through({})],
    ['people.fog', through({ side: 'both', seed: 8 })],
    ['people.jpeg-20', through({ quality: false, failing: [], seed: 9 })],
  ]);
  const sweep = { of: 'jpeg', value: 20, unit: '' };
  const tasks = [
    people,
    seenTask(people, 'dim'),
    seenTask(people, 'fog', { side: 'both' }),
    seenTask(people, 'jpeg-20', { sweep }),
  ];
  return runOf(tables, { tasks, systems: [...names] });
}

/** Searches in a drawn list as published, and with probes whose templates have gone farther apart. */
export async function seenSearchRun(): Promise<MadeUpRun> {
  const people = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF]);
  const dataset = madeUpDataset('made-up', people);
  const task = searchTask({ search: { gallery: { subjects: 9 } }, at: ['2e-1', '1e-1'] });
  const failing = ['p02/1.jpg'];
  const published = unitTemplatesOf(people);
  const clean = await measuredSearch(task, { dataset, templates: published, failing });
  const probes = new Set(
    clean.tables.lists?.samples.flatMap(({ sample, roles: [role] }) => (role === 'probe' ? [sample] : [])),
  );
  const farther = unitTemplatesOf(people, { apart: 2 });
  const templates = new Map([...published].map(([id, own]) => [id, (probes.has(id) && farther.get(id)) || own]));
  const seen = await measuredSearch(task, {
    dataset,
    templates,
    failing: [...failing, ...[...probes].slice(0, 3)],
  });
  const tables: RunTables = new Map([
    ['search', clean.tables],
    ['search.dim', { ...seen.tables, conditionOf: 'search' }],
  ]);
  return runOf(tables, { tasks: [clean.task, seenTask(clean.task, 'dim')], systems: ['model'] });
}

/** Plates as published and through "mud", of two systems. */
export function seenPlatesRun(): MadeUpRun {
  const published = platesTables().get(PLATES_TASK.id);
  const read = (better: boolean): SystemTables => ({ comparisons: [], samples: [], readings: plateReadings(better) });
  const systems = new Map([
    ['mixed', read(false)],
    ['right', read(false)],
  ]);
  const tables: RunTables = new Map([
    [PLATES_TASK.id, published ?? { systems: new Map() }],
    [`${PLATES_TASK.id}.mud`, seenOf(PLATES_TASK.id, systems, { labels: PLATE_LABELS })],
  ]);
  const parts = { systems: [], plateSystems: ['mixed', 'right'] };
  return runOf(tables, { tasks: [PLATES_TASK, seenTask(PLATES_TASK, 'mud')], ...parts });
}
