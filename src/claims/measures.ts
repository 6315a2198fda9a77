import type { TaskRecord } from '../results/run-record.js';

type Protocol = TaskRecord['protocol'];

/** What the operating point of a measure is: nothing, or what a threshold, a rank or a text rule is set by. */
export type PointKind = 'none' | 'FMR' | 'FPIR' | 'rank' | 'text rule' | 'overlap';

/** Something that a claim may be about and that a run measures. */
export interface Measure {
  /** What a model does, for people, with the places of the value and of the operating point. */
  readonly says: string;
  readonly protocols: readonly Protocol[];
  /** The metric of a run's rows that holds it. */
  readonly metric: string;
  /** The metric that holds it through a condition, where thresholds stay; absent: the same. */
  readonly throughCondition?: string;
  /** The metric that holds it where several pictures make a template; absent: the same. */
  readonly withinTemplates?: string;
  /** True where the rows hold the rate of the contrary. */
  readonly contrary?: boolean;
  /** True where the rows count what went wrong beside a value of what went right. */
  readonly countsWrong?: boolean;
  readonly point: PointKind;
  /** The point that is meant where a claim names none. */
  readonly usualPoint?: string;
  /** A rate whose rows at the same point tell how sure the main one can be at best. */
  readonly companion?: string;
}

const OF_FACES: readonly Protocol[] = ['pairs', 'all-pairs', 'search'];

/** Every measure that a claim can be tested by. */
export const MEASURES = {
  'FNMR@FMR': {
    says: 'misses {value} of the comparisons of a person with themself, at a threshold where {at} of the comparisons of two people matches',
    protocols: ['pairs', 'all-pairs', 'recapture'],
    metric: 'FNMR@FMR',
    throughCondition: 'FNMR',
    point: 'FMR',
    companion: 'FNMR',
  },
  FMR: {
    says: 'takes two people for one in {value} of the comparisons',
    protocols: ['pairs', 'all-pairs', 'co-occurrence'],
    metric: 'FMR',
    point: 'FMR',
  },
  FNMR: {
    says: 'misses {value} of the comparisons of a person with themself',
    protocols: ['pairs', 'all-pairs'],
    metric: 'FNMR',
    point: 'FMR',
  },
  'accuracy-10fold': {
    says: 'decides {value} of balanced comparisons right',
    protocols: ['pairs'],
    metric: 'accuracy-10fold',
    countsWrong: true,
    point: 'none',
  },
  EER: {
    says: 'has an equal error rate of {value}',
    protocols: ['pairs'],
    metric: 'EER',
    point: 'none',
  },
  'TPIR@FPIR': {
    says: 'finds {value} of the listed people who pass, at a threshold where {at} of the others sets off an alarm',
    protocols: ['search'],
    metric: 'FNIR@FPIR',
    throughCondition: 'FNIR',
    contrary: true,
    point: 'FPIR',
  },
  'FNIR@FPIR': {
    says: 'misses {value} of the listed people who pass, at a threshold where {at} of the others sets off an alarm',
    protocols: ['search'],
    metric: 'FNIR@FPIR',
    throughCondition: 'FNIR',
    point: 'FPIR',
  },
  FPIR: {
    says: 'raises an alarm on {value} of the people who pass and are on no list',
    protocols: ['search'],
    metric: 'FPIR',
    point: 'FPIR',
  },
  'TPIR@rank': {
    says: 'has the right person among the first {at} candidates in {value} of the searches for listed people, whatever the score',
    protocols: ['search'],
    metric: 'TPIR@rank',
    point: 'rank',
  },
  FTE: {
    says: 'finds no face in {value} of the pictures',
    protocols: [...OF_FACES, 'co-occurrence', 'recapture'],
    metric: 'FTE',
    withinTemplates: 'FTE-pictures',
    point: 'none',
  },
  'plate-recall': {
    says: 'finds {value} of the plates',
    protocols: ['plates'],
    metric: 'plate-recall',
    point: 'overlap',
  },
  'plate-precision': {
    says: 'is right in {value} of what it takes for a plate',
    protocols: ['plates'],
    metric: 'plate-precision',
    point: 'overlap',
  },
  'plate-exact': {
    says: 'reads {value} of the plates with every character right',
    protocols: ['plates'],
    metric: 'plate-exact',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-wrong-read': {
    says: 'reads {value} of the plates wrong',
    protocols: ['plates'],
    metric: 'plate-wrong-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-no-read': {
    says: 'reads nothing of {value} of the plates',
    protocols: ['plates'],
    metric: 'plate-no-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-false-read': {
    says: 'is wrong in {value} of the texts that it gives out',
    protocols: ['plates'],
    metric: 'plate-false-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-CER': {
    says: 'makes {value} errors for every character of the plates',
    protocols: ['plates'],
    metric: 'plate-CER',
    point: 'text rule',
    usualPoint: 'strict',
  },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

export const MEASURE_NAMES = Object.keys(MEASURES) as [MeasureName, ...MeasureName[]];

/** The measure of a name. */
export function measureOf(name: MeasureName): Measure {
  return MEASURES[name];
}

/** The metric of the rows that hold a measure on a task. */
export function metricOn({ condition, fusion }: Pick<TaskRecord, 'condition' | 'fusion'>, measure: Measure): string {
  const { metric, throughCondition = metric, withinTemplates } = measure;
  if (fusion && withinTemplates) return withinTemplates;
  return condition ? throughCondition : metric;
}
