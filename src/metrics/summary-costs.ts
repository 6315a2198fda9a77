import type { CostModel } from './detection-cost.js';

/**
 * The costs of the minDCF of a run: both errors alike, one comparison in a hundred mated, one of the operating points in
 * the evaluation plans of NIST's speaker recognition evaluations of 2012 and 2016.
 */
export const SUMMARY_COSTS: CostModel = { miss: 1, falseAlarm: 1, mated: 0.01 };
