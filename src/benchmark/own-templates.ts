import { readyTemplates, type Templates, templateCount } from '../comparison/templates.js';
import { FalsematchError } from '../files/errors.js';
import { pairsOf } from '../metrics/all-pairs/weighted-trials.js';
import { allPairsRows } from '../results/all-pairs/all-pairs-rows.js';
import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';
import type { SystemTables } from '../results/run-tables.js';
import type { ListedRoles, SearchLists } from '../results/search/search-lists.js';
import { searchRows } from '../results/search/search-rows.js';
import type { TemplateSubjects } from '../results/template-subjects.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { workerCount } from '../workers/worker-count.js';
import { measureAllPairs } from './protocols/all-pairs.js';
import type { Templated } from './protocols/first-template.js';
import { measureSearch } from './protocols/search.js';

/** Templates of your own, one after another, with the subject of each. */
export interface OwnTemplates extends Partial<Omit<TemplateSubjects, 'subjects'>> {
  readonly templates: Templates;
  readonly subjects: readonly string[];
}

export interface OwnTemplateOptions {
  /** Target FMRs, or FPIRs of a search, as "1e-3". */
  readonly at: readonly string[];
  /** What the figures are called by. */
  readonly name?: string | undefined;
  readonly level?: number | undefined;
  readonly seed?: number | undefined;
  readonly workers?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** What a search of your own needs besides. */
export interface OwnSearchOptions extends OwnTemplateOptions {
  /** What a candidate's score is when several of its samples are enrolled: the best of theirs, or that of their mean. */
  readonly consolidate?: 'best' | 'mean' | undefined;
}

/** The figures of templates of your own. */
export interface OwnFigures {
  /** What was measured, as a task of a run says it. */
  readonly task: Omit<TaskRecord, 'digest'>;
  readonly tables: SystemTables;
  readonly lists?: SearchLists | undefined;
  readonly rows: readonly MetricRow[];
}

/**
 * Every figure of comparing each of your templates with each other, by cosine: those of the protocol `all-pairs` of a run.
 * Throws for templates that are not of one length, zero or not finite, and for fewer than two subjects.
 */
export async function templateFigures(own: OwnTemplates, options: OwnTemplateOptions): Promise<OwnFigures> {
  const { name = 'templates', level = DEFAULT_LEVEL, seed = 1, at } = options;
  const taking = ready(own, '', 'own');
  const people = new Set(taking.map(({ subject }) => subject)).size;
  if (people < 2) {
    throw new FalsematchError(
      `Comparing all pairs needs samples of two subjects or more, found ${taking.length} of ${people === 0 ? 'none' : 'one'}.`,
    );
  }
  const samples = taking.map(({ sample, subject }) => ({ sample, subject, faces: 1, failure: '' }));
  const extractions = taking.map(({ extraction }) => extraction);
  const tables = await measureAllPairs(samples, extractions, { at, groups: [], table: undefined }, comparing(options));
  const comparisons = pairsOf(samples.length);
  const task = { ...taskOf(name, 'all-pairs', options, level), comparisons };
  return { task, tables, rows: withoutFailures(allPairsRows(task, tables, placeOf(task, name), seed)) };
}

/**
 * Every figure of searching your probes in your gallery, by cosine: those of a list in a run. A probe is mated when the
 * gallery holds its subject; samples of one passage are one search. Throws as `search` does.
 */
export async function templateSearchFigures(
  gallery: OwnTemplates,
  probes: OwnTemplates,
  options: OwnSearchOptions,
): Promise<OwnFigures> {
  const { name = 'templates', level = DEFAULT_LEVEL, seed = 1, at, consolidate = 'best' } = options;
  const enrolled = ready(gallery, 'gallery ', 'gallery');
  const searching = ready(probes, 'probe ', 'probe');
  const both = new Set(enrolled.map(({ sample }) => sample));
  const twice = searching.find(({ sample }) => both.has(sample));
  if (twice) {
    throw new FalsematchError(
      `The sample ${twice.sample} is a probe and in the gallery; a search for a sample that is enrolled finds itself. Take it out of one.`,
    );
  }
  const people = new Set(enrolled.map(({ subject }) => subject)).size;
  const lists: SearchLists = {
    names: [`list of ${people.toLocaleString('en-US')}`],
    samples: [
      ...enrolled.map(({ sample, subject }): ListedRoles => ({ sample, subject, passage: '', roles: ['gallery'] })),
      ...searching.map(({ sample, subject, passage }): ListedRoles => ({ sample, subject, passage, roles: ['probe'] })),
    ],
  };
  const search: NonNullable<TaskRecord['search']> = {
    lists: `a gallery of ${enrolled.length} samples of ${people} subjects`,
    kind: 'sizes',
    consolidate,
    per: searching.some(({ passage }) => passage !== '') ? 'passage' : 'sample',
  };
  const outcomes = lists.samples.map(({ sample, subject }) => ({ sample, subject, faces: 1, failure: '' }));
  const extractions = [...enrolled, ...searching].map(({ extraction }) => extraction);
  const tables = await measureSearch({ lists, outcomes, at, search }, extractions, comparing(options));
  const task = { ...taskOf(name, 'search', options, level), search };
  return { task, tables, lists, rows: withoutFailures(searchRows(task, tables, lists, placeOf(task, name), seed)) };
}

/** Whoever brings templates has left failed samples out, so that there is no rate of them, nor a view with them. */
function withoutFailures(rows: readonly MetricRow[]): MetricRow[] {
  return rows.filter(({ metric, group }) => !/^(FTE|failed-)/.test(metric) && !group.includes('failures-excluded'));
}

interface ReadySample {
  readonly sample: string;
  readonly subject: string;
  readonly passage: string;
  readonly extraction: Templated;
}

/** Each sample with its template, of unit length. */
function ready({ templates, subjects, samples, passages }: OwnTemplates, prefix: string, what: string): ReadySample[] {
  const { data, dimensions } = readyTemplates(templates, 'cosine', what);
  const count = templateCount({ data, dimensions });
  for (const column of [subjects, samples, passages]) {
    if (column === undefined || column.length === count) continue;
    throw new FalsematchError(
      `Every ${what} template needs its subject, found ${count} templates and ${column.length} subjects.`,
    );
  }
  return Array.from({ length: count }, (_, place) => ({
    sample: samples?.[place] ?? `${prefix}${place}`,
    subject: subjects[place] ?? '',
    passage: passages?.[place] ?? '',
    extraction: {
      state: 'ok',
      faces: [{ template: data.subarray(place * dimensions, (place + 1) * dimensions) }],
    },
  }));
}

function taskOf(name: string, protocol: 'all-pairs' | 'search', { at }: OwnTemplateOptions, level: number) {
  return { id: name, title: name, protocol, dataset: 'your templates', at: [...at], level };
}

function placeOf({ id, dataset, protocol }: Omit<TaskRecord, 'digest'>, model: string) {
  return { task: id, model, dataset, protocol };
}

function comparing({ workers, signal, onProgress }: OwnTemplateOptions) {
  return { workers: workerCount(workers), signal, onProgress };
}
