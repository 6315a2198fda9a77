/** The library: the same main job as the command line, and the parts of it that stand on their own. */
export type { MeasuredRun, RunEvent } from './benchmark/measure-suite.js';
export type { SuiteOverrides } from './benchmark/override-suite.js';
// Models of one's own, and whether a model does what its card says, here and on a device.
export { addOwnModel, checkModelOnDevice, checkOneModel } from './benchmark/own-models.js';
export {
  type OwnFigures,
  type OwnSearchOptions,
  type OwnTemplateOptions,
  type OwnTemplates,
  templateFigures,
  templateSearchFigures,
} from './benchmark/own-templates.js';
export type { ParityCheck } from './benchmark/parity/check-parity.js';
export { type Suite, suiteSchema } from './benchmark/suite.js';
export { type DatasetCard, datasetCardSchema } from './catalog/dataset-card.js';
export { resolveHome } from './catalog/home.js';
export { type Catalog, loadCatalog } from './catalog/load-cards.js';
export { type ModelCard, modelCardSchema } from './catalog/model-card.js';
export type { ObtainEvent } from './catalog/obtain-event.js';
export type { Places } from './catalog/places.js';
// What somebody claims, held against what was measured.
export { type CheckOptions, checkClaims } from './claims/check-claims.js';
export { type CheckedClaims, type ClaimResult, VERDICTS, type Verdict } from './claims/claim-result.js';
export { type Claim, type ClaimFile, claimFileSchema } from './claims/claim-schema.js';
export type { Evidence } from './claims/evidence.js';
export { type Freeze, freezeClaims, freezeState } from './claims/freeze.js';
export { type JudgedCounts, judgeCounts } from './claims/judge-counts.js';
export { type Judged, type Judgement, judgeTests } from './claims/judge-tests.js';
export { type ReadClaims, readClaims } from './claims/read-claims.js';
export { readTimedRun, type TimedRun } from './claims/timed-run.js';
export { type AllPairs, type AllPairsOptions, allPairs } from './comparison/all-pairs.js';
export { scorePairs, type TemplatePair } from './comparison/pair-scores.js';
export { type SearchResult, search } from './comparison/search.js';
export type { LabelledTemplates, SearchOptions, SearchProbes } from './comparison/search-input.js';
export { joinTemplates, type Similarity, type Templates } from './comparison/templates.js';
export type { ScoredPairs, UpperTail } from './comparison/upper-tail.js';
export type { Erratum } from './datasets/errata.js';
export { importOwn, type OwnImport } from './datasets/import-own.js';
export type { OwnDataset } from './datasets/own-card.js';
// What cameras can show by geometry and the alarms they give, and the conditions that pictures are put under.
export { type AlarmFacts, alarmFacts } from './deployment/alarm-facts.js';
export { atLeastOne } from './deployment/at-least-one.js';
export type { CameraFacts, ClassReach, SchemeReach, SizeInPixels, SubjectSizes } from './deployment/camera.js';
export { cameraFacts, USUAL_SIZES } from './deployment/camera.js';
export { CLASS_SCHEMES, type ClassScheme, type DensityClass } from './deployment/density-classes.js';
export type { Deployment } from './deployment/deployment.js';
export { expectedAlarms } from './deployment/expected-alarms.js';
export { type MeasuredRates, ratesOfRun } from './deployment/rates-of-run.js';
// Whether a machine has what falsematch needs.
export type { CheckState, Finding } from './doctor/check.js';
export { type Checked, type Diagnosis, diagnose } from './doctor/diagnose.js';
export type { AddedModel } from './extraction/add-model.js';
export type { ModelCheck } from './extraction/check-model.js';
export type { OwnModel } from './extraction/own-model-card.js';
export { type ErrorKind, FalsematchError } from './files/errors.js';
export { decodeNpy, encodeNpy, type NpyArray, type NpyData } from './files/npy.js';
export type { Corners, Point } from './images/box.js';
export { type CameraView, pixelDensityOf } from './images/camera/pixel-density.js';
export { applyCondition, type RandomNames } from './images/conditions/apply-condition.js';
export { type ConditionCard, conditionCardSchema } from './images/conditions/condition-card.js';
export { ffmpegVersion } from './images/conditions/ffmpeg.js';
export { conditionNames, loadCondition } from './images/conditions/load-conditions.js';
export { parseQuantity, type QuantityKind, quantityText } from './images/conditions/quantity.js';
export { type Seen, type Step, type StepKind, type StepNeed, TooSmallPicture } from './images/conditions/step.js';
export { needsOf, readSteps, stepSchema, stepTexts } from './images/conditions/step-schema.js';
export { STEP_KINDS } from './images/conditions/steps.js';
export { contactSheet, type SheetCell } from './images/contact-sheet.js';
export { decodePicture } from './images/decode.js';
export { encodeJpeg } from './images/encode-jpeg.js';
export { codeOf, type Light, linearOf, toLight, toPicture } from './images/light.js';
export { type Picture, UnreadablePicture } from './images/picture.js';
export { brightness } from './images/quality/brightness.js';
export { sharpness } from './images/quality/sharpness.js';
// Error rates of mated and non-mated comparisons.
export { type FoldAccuracy, foldAccuracy } from './metrics/accuracy-10fold.js';
export {
  type AllPairsFnmrOptions,
  type AllPairsOperatingPoint,
  type AllPairsTarget,
  allPairsFnmrAtFmr,
} from './metrics/all-pairs/fnmr-at-fmr.js';
export { type LinearisedFnmr, linearisedJackknife } from './metrics/all-pairs/linearised-jackknife.js';
export { type TailReplicates, thresholdReplicates } from './metrics/all-pairs/threshold-replicates.js';
export { type AreaUnderCurve, areaUnderCurve } from './metrics/auc.js';
export { logLikelihoodRatioCost, minimumCllr } from './metrics/cllr.js';
export { type CompareOptions, compareSystems, type PairedComparisons } from './metrics/compare-systems.js';
export { decidability } from './metrics/decidability.js';
export { type DetCurve, detCurve } from './metrics/det.js';
export {
  bayesThreshold,
  type CostModel,
  type DetectionCost,
  detectionCostAt,
  minimumDetectionCost,
} from './metrics/detection-cost.js';
// Groups of subjects, and subjects who go wrong more often than others.
export {
  type Differential,
  type DifferentialOptions,
  type GroupDifferentials,
  groupDifferentials,
} from './metrics/differential/differentials.js';
export { type GroupedComparisons, UNKNOWN_GROUP } from './metrics/differential/grouped-comparisons.js';
export {
  fairnessDiscrepancyRate,
  garbe,
  gini,
  inequityRatio,
  maxOverGeoMean,
  maxOverMin,
} from './metrics/differential/measures.js';
export type { GradedComparison, GradedComparisons } from './metrics/discard/discard-steps.js';
export type { DiscardOptions, DiscardPoint, DiscardRates } from './metrics/discard/error-versus-discard.js';
export { DISCARD_SHARES, errorVersusDiscard } from './metrics/discard/error-versus-discard.js';
export { type EqualErrorRate, equalErrorRate } from './metrics/eer.js';
export { fmrAt, fnmrAt } from './metrics/error-rates.js';
export { failureRate, type PictureFailures, pictureFailureRate, type SampleFailures } from './metrics/failure-rate.js';
export { fnmrAtOneIn, type RateAtThreshold, zeroFmr, zeroFnmr } from './metrics/fvc-rates.js';
// Searches of a list.
export {
  type CumulativeMatch,
  cumulativeMatch,
  type SearchCurve,
  searchCurve,
} from './metrics/identification/curves.js';
export { type FnirAtFpir, fnirAtFpir, type TargetOptions } from './metrics/identification/fnir-at-fpir.js';
export { type SearchScores, searchesFromScores } from './metrics/identification/from-scores.js';
export { searchesFromResult } from './metrics/identification/from-search.js';
export { identification, investigation } from './metrics/identification/modes.js';
export { type FpirPrediction, predictFpir } from './metrics/identification/predicted-fpir.js';
export { fnirAt, fpirAt, type HitRule, type SearchRateOptions, tpirAt } from './metrics/identification/rates.js';
export { checkSearches, type Searches, withoutFailedSearches } from './metrics/identification/search.js';
export { type Selectivity, selectivityAt } from './metrics/identification/selectivity.js';
export { type SearchThreshold, thresholdAtFpir } from './metrics/identification/threshold-at-fpir.js';
export type { PairedDifference } from './metrics/paired-difference.js';
// How plates are found and read, and misreads that hit a watch-list.
export { type Alignment, type AlignmentStep, alignTexts } from './metrics/plates/align-texts.js';
export { comparePlateReads, type PlateReadDifference } from './metrics/plates/compare-plate-reads.js';
export type { Confusion, PositionErrors } from './metrics/plates/confusions.js';
export type { CoveredReads } from './metrics/plates/coverage.js';
export type { DetectionRates } from './metrics/plates/detection.js';
export { ERROR_SOURCES, type ErrorSource } from './metrics/plates/error-sources.js';
export { matchPlates, type PlateMatches } from './metrics/plates/match-plates.js';
export { type PlateMetricOptions, type PlateMetrics, plateMetrics } from './metrics/plates/plate-metrics.js';
export type { FoundPlate, PlatePicture, TruePlate } from './metrics/plates/plate-pictures.js';
export type { FalseReads, ReadRates } from './metrics/plates/read-rates.js';
export type { ReliabilityBin } from './metrics/plates/reliability.js';
export type { PlateEstimate } from './metrics/plates/resample.js';
export type { CharacterErrorRate, RuleMetrics } from './metrics/plates/rule-metrics.js';
export {
  type ConfusionModel,
  confusionModel,
  readProbability,
} from './metrics/plates/watch-list/confusion-model.js';
export { type MeasuredRead, measuredReads, type ReadKind } from './metrics/plates/watch-list/measured-reads.js';
export {
  plateWatchList,
  type WatchListHits,
  type WatchListOptions,
} from './metrics/plates/watch-list/plate-watch-list.js';
export type { TextPattern } from './metrics/plates/watch-list/text-patterns.js';
export type { PlateTraffic } from './metrics/plates/watch-list/traffic.js';
export type { NearPlates } from './metrics/plates/watch-list/watch-list.js';
// Rates and estimates.
export type { PointEstimate } from './metrics/point-estimate.js';
export { type Estimate, type Floor, type Interval, makeRate, type Rate, type RateOptions } from './metrics/rate.js';
export type { ResampleOptions } from './metrics/resample-sides.js';
export { type RocCurve, rocCurve } from './metrics/roc.js';
export { type ConvexHull, convexHull, rocchEqualErrorRate } from './metrics/rocch.js';
export {
  type ComparisonScores,
  type ComparisonSubjects,
  type RankedScores,
  rankScores,
  withoutFailures,
} from './metrics/scores.js';
export { type SubjectMean, subjectMean } from './metrics/subject-mean.js';
export { type TargetThreshold, thresholdAtFmr } from './metrics/threshold.js';
export { type TransactionRates, transactionRates } from './metrics/transaction-rates.js';
export {
  type Comparisons,
  type VerificationInput,
  type VerificationMetric,
  verificationMetrics,
} from './metrics/verification.js';
export { doddingtonZoo, type Zoo, type ZooOptions } from './metrics/zoo/zoo.js';
export type { ZooComparisons, ZooSide } from './metrics/zoo/zoo-comparisons.js';
// Plates and their texts.
export { normaliseText, TEXT_RULES, type TextRule } from './plates/normalise.js';
export type { PlateReading } from './plates/plate.js';
// Made-up number plates.
export type { PlateCondition } from './plates/synthetic/conditions/condition.js';
export { PLATE_CONDITIONS } from './plates/synthetic/conditions/conditions.js';
export {
  countTexts,
  isPlateText,
  type PlateFormat,
  type PlatePattern,
  positionsOf,
} from './plates/synthetic/formats/format.js';
export { PLATE_FORMATS } from './plates/synthetic/formats/formats.js';
export { type PlateOrder, type RenderedPlate, renderPlate } from './plates/synthetic/render-plate.js';
export {
  type SyntheticPlate,
  type SyntheticPlatesOptions,
  syntheticPlates,
} from './plates/synthetic/synthetic-plates.js';
// Runs and their directories.
export { claimPage } from './report/claims/claim-page.js';
export { packagedVerdicts, type RunVerdicts, verdictsOf } from './report/claims/run-verdicts.js';
export { comparePage } from './report/compare/compare-page.js';
export { type ComparedRun, type ComparedRuns, comparedRuns } from './report/compare/compared-runs.js';
export type { Figure, FigureData } from './report/figures/figure.js';
export { standaloneSvg } from './report/figures/figure-files.js';
export { figuresOf } from './report/figures/figures.js';
export { htmlPage } from './report/html-page.js';
export { htmlReport } from './report/html-report.js';
export { junitReport } from './report/junit-report.js';
export { laySentences } from './report/lay/lay-sentences.js';
export { markdownPage } from './report/markdown-page.js';
export { markdownReport } from './report/markdown-report.js';
export { type OperatingPoint, type OperatingPoints, operatingPoints } from './report/operating-points.js';
export { rateFacts } from './report/rate-facts.js';
export { reportFiles } from './report/report-files.js';
export type { ReportInput } from './report/report-input.js';
export { rewriteReports } from './report/rewrite-reports.js';
export { type PublishedRun, type RunOptions, runSuite } from './report/run-suite.js';
export { summaryLines } from './report/summary.js';
export { type Verification, verifyRun } from './report/verify-run.js';
export { type MovedCount, movedCounts } from './results/compare-counts.js';
export { comparePaired, type PairedRow, pairedRows } from './results/compare-paired.js';
export { otherMeasurements } from './results/compare-runs.js';
export type { MetricRow } from './results/metric-row.js';
export { type ListedPlate, parsePlateList } from './results/plates/plate-list.js';
export {
  type RunWatchList,
  type RunWatchListOptions,
  type SystemHits,
  watchListOfRun,
} from './results/plates/watch-list-of-run.js';
export { type ReadRun, readRun } from './results/read-run.js';
export type { Run } from './results/run-files.js';
export type { RunRecord } from './results/run-record.js';
export type { RunTables, SystemTables, TaskTables } from './results/run-tables.js';
export { detTable, searchDetTable } from './results/score-table/curve-table.js';
export { parseScoreTable, type ScoreTable } from './results/score-table/parse-score-table.js';
export { parseSubjectList } from './results/score-table/parse-subject-list.js';
export type { ScoreOptions } from './results/score-table/score-options.js';
export { scoreTableFigures } from './results/score-table/score-table-figures.js';
export type { SubjectTable } from './results/subject-table.js';
export type { Suspects, SystemSuspects } from './results/suspect.js';
export { suspectsOfRun } from './results/suspects.js';
export { DEVICES, type Device } from './runtimes/devices/device.js';
export { type RunServer, type ServeOptions, serveRuns } from './serve/serve-runs.js';
// How fast systems are on a machine.
export { measureSpeed } from './speed/measure-speed.js';
export type { SpeedEvent, SpeedOptions } from './speed/speed-options.js';
export type {
  FailedSystem,
  Latency,
  ModelSpeed,
  Scaling,
  SpeedReport,
  SpeedWarning,
  SystemSpeed,
  Throughput,
  TimedSystem,
} from './speed/speed-report.js';
export { SPEED_SCHEMA } from './speed/speed-report.js';
export type { Range, Spread } from './speed/spread.js';
// Scores as arrays, shards or counts.
export { ascendingCopy, mergeAscending } from './statistics/ascending.js';
// Intervals and tests of counts.
export { binomialLowerTail, binomialUpperTail } from './statistics/binomial-tail.js';
export { clopperPearson, clopperPearsonLower, clopperPearsonUpper } from './statistics/clopper-pearson.js';
export { addCounts, fromCounts, type ThresholdCounts } from './statistics/counts.js';
// Comparisons that share subjects.
export { adjustedWilson, effectiveTrials, jackknifeInterval } from './statistics/dependence/adjusted-wilson.js';
export { type BootstrapOptions, percentileInterval, rateReplicates } from './statistics/dependence/bootstrap.js';
export { disjointComparisons } from './statistics/dependence/disjoint.js';
export { jackknifeError, leaveOneSubjectOut } from './statistics/dependence/jackknife.js';
export { plugInVariance } from './statistics/dependence/plug-in-variance.js';
export {
  countByPair,
  type PairCounts,
  type SubjectLabel,
  type SubjectPairs,
  subjectPairs,
} from './statistics/dependence/subject-pairs.js';
export { detectableRates, trialsForDifference } from './statistics/detectable-difference.js';
export { holmAdjusted } from './statistics/holm.js';
export { type HolmStep, holmSteps } from './statistics/holm-steps.js';
export { kornGraubard } from './statistics/korn-graubard.js';
export type { Bounds } from './statistics/level.js';
export { mcNemarExact } from './statistics/mcnemar.js';
export { newcombe } from './statistics/newcombe.js';
export { meetsRuleOfThirty, trialsForPrecision } from './statistics/rule-of-thirty.js';
export { ruleOfThree } from './statistics/rule-of-three.js';
export { type ScoreCounter, scoreCounter } from './statistics/score-counter.js';
export { fmrFromFpir, fpirFromFmr } from './statistics/search-rate.js';
export type { AscendingScores } from './statistics/ties.js';
export { trialsToBound } from './statistics/trials-to-bound.js';
export { wilson } from './statistics/wilson.js';
