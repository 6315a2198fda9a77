/** The library: the same main job as the command line, and the parts of it that stand on their own. */
export type { MeasuredRun, RunEvent } from './benchmark/measure-suite.js';
export type { SuiteOverrides } from './benchmark/override-suite.js';
export { type Suite, suiteSchema } from './benchmark/suite.js';
export { type DatasetCard, datasetCardSchema } from './catalog/dataset-card.js';
export { resolveHome } from './catalog/home.js';
export { type Catalog, loadCatalog } from './catalog/load-cards.js';
export { type ModelCard, modelCardSchema } from './catalog/model-card.js';
export type { ObtainEvent } from './catalog/obtain-event.js';
export { scorePairs, type TemplatePair } from './comparison/pair-scores.js';
export { importOwn, type OwnDataset, type OwnImport } from './datasets/import-own.js';
export { type ErrorKind, FalsematchError } from './files/errors.js';
export type { Estimate, Floor, Interval, Rate } from './metrics/rate.js';
export type { ComparisonScores } from './metrics/scores.js';
export {
  type Comparisons,
  type VerificationInput,
  type VerificationMetric,
  verificationMetrics,
} from './metrics/verification.js';
export { type PublishedRun, type RunOptions, runSuite } from './report/run-suite.js';
export { summaryLines } from './report/summary.js';
export { type Verification, verifyRun } from './report/verify-run.js';
export { type MovedCount, movedCounts } from './results/compare-counts.js';
export { otherMeasurements } from './results/compare-runs.js';
export type { MetricRow } from './results/metric-row.js';
export { type ReadRun, readRun } from './results/read-run.js';
export type { Run, RunTables, TaskTables } from './results/run-files.js';
export type { RunRecord } from './results/run-record.js';
