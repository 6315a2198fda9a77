import type { TextRule } from '../../plates/normalise.js';
import { characterErrors } from './character-error.js';
import { rankReads } from './confidence-blocks.js';
import { type Confusion, confusionMatrix, type PositionErrors, positionErrors } from './confusions.js';
import { type CoveredReads, readsAtCoverage, riskCoverageArea } from './coverage.js';
import { errorSources } from './error-sources.js';
import type { JudgedPictures } from './judge-pictures.js';
import { emittedReads, type FalseReads, falseReads, type ReadRates, readRates } from './read-rates.js';
import { textsUnder } from './read-texts.js';
import { calibrationError, type ReliabilityBin, reliabilityCurve } from './reliability.js';
import type { PlateEstimate, Resampled } from './resample.js';

/** A character error rate over characters (micro) and over plates (macro). */
export interface CharacterErrorRate {
  readonly overCharacters: PlateEstimate;
  readonly overPlates: PlateEstimate;
}

/** What is measured of reading under one text rule. */
export interface RuleMetrics extends ReadRates {
  readonly rule: TextRule;
  readonly characterError: CharacterErrorRate;
  readonly characterErrorOnGiven: CharacterErrorRate;
  readonly falseRead: FalseReads;
  readonly confusions: readonly Confusion[];
  readonly positions: readonly PositionErrors[];
  readonly sources: ReturnType<typeof errorSources>;
  /** Of the confidence of the readings, over all texts that the system gave out. */
  readonly confidence: {
    readonly reliability: readonly ReliabilityBin[];
    readonly calibrationError: PlateEstimate;
    readonly atCoverage: readonly CoveredReads[];
    readonly riskCoverageArea: PlateEstimate;
  };
}

/** The numbers of a rule that wait for a bootstrap of scenes or vehicles, and what makes the whole of them. */
export interface WaitingRule {
  readonly byScene: readonly Resampled[];
  readonly byVehicle: readonly Resampled[];
  readonly finish: (byScene: readonly PlateEstimate[], byVehicle: readonly PlateEstimate[]) => RuleMetrics;
}

export function ruleMetrics(
  { plates, strays, scenes }: JudgedPictures,
  rule: TextRule,
  vehicles: { readonly of: ArrayLike<number>; readonly count: number },
  level: number,
): WaitingRule {
  const texts = textsUnder(plates, rule);
  const reads = emittedReads(texts, strays, rule);
  const ranked = rankReads(reads);
  const endToEnd = characterErrors(texts, 'end to end', vehicles);
  const onGiven = characterErrors(texts, 'given boxes', vehicles);
  return {
    byScene: [calibrationError(ranked, scenes.count), riskCoverageArea(ranked, scenes.count)],
    byVehicle: [endToEnd.overCharacters, endToEnd.overPlates, onGiven.overCharacters, onGiven.overPlates],
    finish: (byScene, byVehicle) => {
      const [error, area] = byScene as [PlateEstimate, PlateEstimate];
      const [micro, macro, microGiven, macroGiven] = byVehicle as [
        PlateEstimate,
        PlateEstimate,
        PlateEstimate,
        PlateEstimate,
      ];
      return {
        rule,
        ...readRates(texts, rule, level),
        characterError: { overCharacters: micro, overPlates: macro },
        characterErrorOnGiven: { overCharacters: microGiven, overPlates: macroGiven },
        falseRead: falseReads(reads, level),
        confusions: confusionMatrix(texts, level),
        positions: positionErrors(texts, level),
        sources: errorSources(texts, rule, level),
        confidence: {
          reliability: reliabilityCurve(ranked, level),
          calibrationError: error,
          atCoverage: readsAtCoverage(ranked, level),
          riskCoverageArea: area,
        },
      };
    },
  };
}
