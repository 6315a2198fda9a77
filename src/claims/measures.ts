import type { TaskRecord } from '../results/run-record.js';

type Protocol = TaskRecord['protocol'];

/** What the operating point of a measure is: nothing, or what a threshold, a rank or a text rule is set by. */
export type PointKind = 'none' | 'FMR' | 'FPIR' | 'rank' | 'text rule' | 'overlap';

/** Something that a claim may be about and that a run measures. */
export interface Measure {
  /** What it is a share of or a mean over, for people: it stands after the name of the models. */
  readonly says: string;
  readonly protocols: readonly Protocol[];
  /** The metrics of a run's rows that hold it: of pictures as published, and through a condition, where thresholds stay. */
  readonly metric: string;
  readonly throughCondition: string;
  /** True where the rows hold the rate of the contrary. */
  readonly contrary?: true;
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
    says: 'miss this share of comparisons of a person with themself, at a threshold for that rate of false matches',
    protocols: ['pairs', 'all-pairs', 'recapture'],
    metric: 'FNMR@FMR',
    throughCondition: 'FNMR',
    point: 'FMR',
    companion: 'FNMR',
  },
  FMR: {
    says: 'take this share of comparisons of two different people for one person',
    protocols: ['pairs', 'all-pairs', 'co-occurrence'],
    metric: 'FMR',
    throughCondition: 'FMR',
    point: 'FMR',
  },
  FNMR: {
    says: 'miss this share of comparisons of a person with themself',
    protocols: ['pairs', 'all-pairs'],
    metric: 'FNMR',
    throughCondition: 'FNMR',
    point: 'FMR',
  },
  'accuracy-10fold': {
    says: 'decide this share of balanced comparisons right',
    protocols: ['pairs'],
    metric: 'accuracy-10fold',
    throughCondition: 'accuracy-10fold',
    point: 'none',
  },
  EER: {
    says: 'have this equal error rate',
    protocols: ['pairs'],
    metric: 'EER',
    throughCondition: 'EER',
    point: 'none',
  },
  'TPIR@FPIR': {
    says: 'find this share of the listed people who pass, at a threshold for that rate of false alarms',
    protocols: ['search'],
    metric: 'FNIR@FPIR',
    throughCondition: 'FNIR',
    contrary: true,
    point: 'FPIR',
  },
  'FNIR@FPIR': {
    says: 'miss this share of the listed people who pass, at a threshold for that rate of false alarms',
    protocols: ['search'],
    metric: 'FNIR@FPIR',
    throughCondition: 'FNIR',
    point: 'FPIR',
  },
  FPIR: {
    says: 'raise an alarm on this share of the people who pass and are on no list',
    protocols: ['search'],
    metric: 'FPIR',
    throughCondition: 'FPIR',
    point: 'FPIR',
  },
  'TPIR@rank': {
    says: 'have the right person among that many first candidates in this share of searches, whatever the score',
    protocols: ['search'],
    metric: 'TPIR@rank',
    throughCondition: 'TPIR@rank',
    point: 'rank',
  },
  FTE: {
    says: 'find no face in this share of the pictures',
    protocols: [...OF_FACES, 'co-occurrence', 'recapture'],
    metric: 'FTE',
    throughCondition: 'FTE',
    point: 'none',
  },
  'plate-recall': {
    says: 'find this share of the plates',
    protocols: ['plates'],
    metric: 'plate-recall',
    throughCondition: 'plate-recall',
    point: 'overlap',
  },
  'plate-precision': {
    says: 'are right in this share of what they take for a plate',
    protocols: ['plates'],
    metric: 'plate-precision',
    throughCondition: 'plate-precision',
    point: 'overlap',
  },
  'plate-exact': {
    says: 'read this share of the plates with every character right',
    protocols: ['plates'],
    metric: 'plate-exact',
    throughCondition: 'plate-exact',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-wrong-read': {
    says: 'read this share of the plates wrong',
    protocols: ['plates'],
    metric: 'plate-wrong-read',
    throughCondition: 'plate-wrong-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-no-read': {
    says: 'read nothing of this share of the plates',
    protocols: ['plates'],
    metric: 'plate-no-read',
    throughCondition: 'plate-no-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-false-read': {
    says: 'give out wrong texts, this share of all that they give out',
    protocols: ['plates'],
    metric: 'plate-false-read',
    throughCondition: 'plate-false-read',
    point: 'text rule',
    usualPoint: 'strict',
  },
  'plate-CER': {
    says: 'make this many errors a character of the plates',
    protocols: ['plates'],
    metric: 'plate-CER',
    throughCondition: 'plate-CER',
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
