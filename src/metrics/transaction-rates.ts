import { FalsematchError } from '../files/errors.js';

/** The error rates of whole transactions. */
export interface TransactionRates {
  /** The false accept rate. */
  readonly far: number;
  /** The false reject rate. */
  readonly frr: number;
}

/**
 * The error rates of transactions of one attempt each from those of completed comparisons and the rate of failures to
 * acquire: FAR = FMR (1 - FTA), FRR = FTA + FNMR (1 - FTA) (ISO/IEC 19795-1:2021). FMR and FNMR are those with failures
 * excluded; FTA is the share of transactions, of comparisons that is, that fail, and the formulas need it to be the same
 * for mated and non-mated ones. Throws for a rate outside 0 to 1.
 */
export function transactionRates(rates: { fmr: number; fnmr: number; fta: number }): TransactionRates {
  for (const name of ['fmr', 'fnmr', 'fta'] as const) {
    if (!(rates[name] >= 0 && rates[name] <= 1)) {
      throw new FalsematchError(`${name.toUpperCase()} must lie between 0 and 1, found ${rates[name]}.`);
    }
  }
  const { fmr, fnmr, fta } = rates;
  return { far: fmr * (1 - fta), frr: fta + fnmr * (1 - fta) };
}
