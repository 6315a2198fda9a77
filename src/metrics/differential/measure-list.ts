import {
  type BothRates,
  fairnessDiscrepancyRate,
  type GroupValues,
  garbe,
  gini,
  inequityRatio,
  maxOverGeoMean,
  maxOverMin,
} from './measures.js';

/** The measures of difference between groups, by the names they have in results. */
export type MeasureName =
  | 'FMR-max/min'
  | 'FMR-max/geomean'
  | 'FMR-gini'
  | 'FNMR-max/min'
  | 'FNMR-max/geomean'
  | 'FNMR-gini'
  | 'GARBE'
  | 'FDR'
  | 'inequity-ratio';

/** Which rate a measure compares. */
export type RateKind = 'fmr' | 'fnmr';

/** How a measure is taken and read. */
export interface Measure {
  readonly name: MeasureName;
  readonly of: readonly RateKind[];
  /** A ratio does not exist where a rate is 0. */
  readonly ratio: boolean;
  /** Which values say that groups differ more. */
  readonly worse: 'higher' | 'lower';
  /** The weight of false matches; null where the measure has none. */
  readonly alpha: number | null;
  /** Undefined where it does not exist. */
  readonly value: (rates: BothRates) => number | undefined;
}

/** All measures, with `alpha` as the weight of false matches beside 1 - alpha of false non-matches. */
export function measureList(alpha: number): readonly Measure[] {
  return [
    ...ofOneRate('FMR', 'fmr'),
    ...ofOneRate('FNMR', 'fnmr'),
    { ...ofBoth('GARBE', alpha), ratio: false, worse: 'higher', value: (rates) => garbe(rates, alpha) },
    { ...ofBoth('FDR', alpha), ratio: false, worse: 'lower', value: (rates) => fairnessDiscrepancyRate(rates, alpha) },
    { ...ofBoth('inequity-ratio', alpha), ratio: true, worse: 'higher', value: (rates) => inequityRatio(rates, alpha) },
  ];
}

function ofOneRate(name: 'FMR' | 'FNMR', of: RateKind): Measure[] {
  const one = (take: (rates: GroupValues) => number | undefined) =>
    ({ of: [of], alpha: null, worse: 'higher', value: (rates: BothRates) => take(rates[of]) }) as const;
  return [
    { name: `${name}-max/min`, ratio: true, ...one(maxOverMin) },
    { name: `${name}-max/geomean`, ratio: true, ...one(maxOverGeoMean) },
    { name: `${name}-gini`, ratio: false, ...one(gini) },
  ];
}

function ofBoth<Name extends MeasureName>(name: Name, alpha: number) {
  return { name, of: ['fmr', 'fnmr'], alpha } as const;
}
