import { z } from 'zod';
import { quantity } from '../images/conditions/quantity.js';
import { PROTOCOLS } from '../results/run-record.js';
import { MEASURE_NAMES, measureOf } from './measures.js';
import { pointSchema } from './point-schema.js';

/** How a measured value must stand to a claimed one. */
export const RELATIONS = ['at most', 'below', 'at least', 'above', 'equal to'] as const;

export type Relation = (typeof RELATIONS)[number];

/** How a claim is tested by a run. */
export const testSchema = z
  .strictObject({
    measure: z.enum(MEASURE_NAMES),
    /** The operating point: a target rate such as "1e-3", a rank, a text rule. */
    at: pointSchema.optional(),
    /** A threshold in place of a target rate: a similarity score, as a model's publisher recommends it. */
    threshold: z.number().optional(),
    /** The card of the dataset, or of several of which one will do. */
    data: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
    protocol: z.enum(PROTOCOLS),
    /** Which task of the run, where several fit. */
    task: z.string().min(1).optional(),
    /** The capture condition; absent: pictures as published. */
    condition: z.string().min(1).optional(),
    /** The group of a run's rows; absent: all samples, or the only list. */
    group: z.string().min(1).optional(),
    /** Of all-pairs and pairs, whether every comparison counts alike or every person does; absent: comparisons. */
    over: z.enum(['comparisons', 'subjects']).optional(),
    /** Whether one model is enough, all must do, or which one is meant. */
    models: z.string().min(1).default('best'),
    is: z.enum(RELATIONS),
    value: quantity('share', { min: 0, max: 1 }),
    /** How far from the value still counts as equal to it. */
    within: quantity('share', { above: 0, max: 1 }).optional(),
    confidence: z.number().gt(0.5).lt(1).optional(),
  })
  .superRefine((test, context) => {
    const complain = (field: string, message: string, input: unknown) =>
      context.addIssue({ code: 'custom', path: [field], message, input });
    const { protocols, point } = measureOf(test.measure);
    if (!protocols.includes(test.protocol)) {
      complain(
        'protocol',
        `${test.measure} cannot be tested by this protocol; it comes from ${protocols.join(', ')}`,
        test.protocol,
      );
    }
    const byThreshold = point === 'FMR' || point === 'FPIR';
    if (test.threshold !== undefined && (!byThreshold || test.measure.includes('@F'))) {
      complain('threshold', 'a threshold goes with FMR, FNMR and FPIR alone', test.threshold);
    } else if (test.threshold !== undefined && test.at !== undefined) {
      complain('at', 'give "at" or "threshold", not both', test.at);
    }
    if (byThreshold && test.at === undefined && test.threshold === undefined) {
      complain(
        'measure',
        `name the operating point of ${test.measure}: "at", a target ${point} such as 1e-3`,
        test.measure,
      );
    }
    if (byThreshold && test.at !== undefined && !(Number(test.at) > 0 && Number(test.at) < 1)) {
      complain('at', `a target ${point} is between 0 and 1, such as 1e-3`, test.at);
    }
    if (point === 'rank' && !/^[1-9]\d*$/.test(test.at ?? '')) {
      complain('at', 'name the rank, a whole number from 1', test.at);
    }
    if (point === 'none' && test.at !== undefined) {
      complain('at', `${test.measure} has no operating point; leave it out`, test.at);
    }
    if (test.threshold !== undefined && Math.abs(test.threshold) > 1) {
      complain('threshold', 'a similarity is a cosine, from -1 to 1', test.threshold);
    }
    if (test.over === 'subjects' && test.condition !== undefined) {
      complain('over', 'through a condition rates are over comparisons', test.over);
    }
    if (test.over === 'subjects' && !test.measure.startsWith('FNMR')) {
      complain('over', 'only FNMR and FNMR@FMR are also averaged over subjects', test.over);
    }
    if (test.within !== undefined && test.is !== 'equal to') {
      complain('within', '"within" goes with "is: equal to"', test.within);
    }
  });

export type ClaimTest = z.output<typeof testSchema>;
