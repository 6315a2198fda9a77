import { FalsematchError } from '../files/errors.js';
import { rateFacts } from '../report/rate-facts.js';
import { rateLines } from '../report/rate-lines.js';
import { print } from './print-table.js';
import { readCount, readCounts, readShare } from './read-numbers.js';

export interface RateFlags {
  readonly level?: string;
  readonly disjoint?: string;
  readonly resolve?: string;
  readonly against?: string;
  readonly power?: string;
  readonly json?: boolean;
}

/** `falsematch rate`: prints what counts say about a rate. */
export function rateCommand(errors: string, trials: string, flags: RateFlags): void {
  if (flags.power !== undefined && flags.against === undefined) {
    throw new FalsematchError('--power is for --against, which is missing; add the counts to compare with.');
  }
  const facts = rateFacts({
    errors: readCount(errors, 'The errors'),
    trials: readCount(trials, 'The trials'),
    level: readShare(flags.level, '--level'),
    disjoint: flags.disjoint === undefined ? undefined : readCount(flags.disjoint, '--disjoint'),
    resolve: readShare(flags.resolve, '--resolve'),
    against: readCounts(flags.against, '--against'),
    power: readShare(flags.power, '--power'),
  });
  print(rateLines(facts), { asked: flags.json ?? false, value: facts });
}
