import type { TextRule } from '../../plates/normalise.js';
import { type BootstrapOptions, DEFAULT_REPLICATES } from '../../statistics/dependence/bootstrap.js';
import { numberOf, type SubjectNumbers } from '../../statistics/dependence/subject-pairs.js';
import { checkLevel, DEFAULT_LEVEL } from '../../statistics/level.js';
import { averagePrecision } from './average-precision.js';
import { type DetectionRates, detectionRates, falsePlatesPerPicture } from './detection.js';
import { judgePictures } from './judge-pictures.js';
import type { PlatePicture } from './plate-pictures.js';
import { rulesFor } from './read-texts.js';
import { type PlateEstimate, type ResampleClusters, type Resampled, resample } from './resample.js';
import { type RuleMetrics, ruleMetrics } from './rule-metrics.js';

export interface PlateMetricOptions {
  /** The intersection over union from which a plate is found; 0.5 unless said otherwise. */
  readonly overlap?: number | undefined;
  /** Two-sided confidence, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** 2,000 replicates with seed 1 unless said otherwise. */
  readonly bootstrap?: Partial<BootstrapOptions> | undefined;
  /** Absent: those that apply to these texts. */
  readonly rules?: readonly TextRule[] | undefined;
  /**
   * False when the system finds plates and has no reader; true unless said otherwise, so that a reader that reads
   * nothing fails.
   */
  readonly reads?: boolean | undefined;
}

/** Everything that is measured of a system that finds and reads plates. */
export interface PlateMetrics {
  readonly pictures: number;
  /** True plates, those of them with a box, those with a text, and the vehicles that they are on. */
  readonly plates: number;
  readonly platesWithBox: number;
  readonly platesWithText: number;
  readonly vehicles: number;
  /** Pictures that show a vehicle in common are one scene. */
  readonly scenes: number;
  readonly overlap: number;
  readonly detection: DetectionRates & {
    readonly averagePrecision: PlateEstimate;
    readonly falsePlatesPerPicture: PlateEstimate;
  };
  readonly reading:
    | { readonly state: 'measured'; readonly byRule: readonly RuleMetrics[] }
    | {
        readonly state: 'unavailable';
        /** One sentence for the reader. */
        readonly reason: string;
      };
}

/**
 * Measures detection and reading of plates. The same pictures in any order, with the same options and seed, give the
 * same numbers. A few seconds for 30,000 pictures. Throws for pictures that cannot be judged; see
 * `checkPictures`.
 */
export function plateMetrics(pictures: readonly PlatePicture[], options: PlateMetricOptions = {}): PlateMetrics {
  const { level = DEFAULT_LEVEL, bootstrap = {} } = options;
  checkLevel(level);
  const { replicates = DEFAULT_REPLICATES, seed = 1 } = bootstrap;
  const judged = judgePictures(pictures, options.overlap);
  const { plates, scenes, overlap } = judged;
  const truth = pictures.flatMap((picture) => picture.truth);
  const numbers: SubjectNumbers = new Map();
  const vehicles = { of: plates.map(({ vehicle }) => numberOf(vehicle, numbers)), count: numbers.size };
  const rules = readable(plates.length, options.reads) ? (options.rules ?? rulesFor(judged)) : [];
  const waiting = rules.map((rule) => ruleMetrics(judged, rule, vehicles, level));
  const detected = [averagePrecision(judged), falsePlatesPerPicture(judged)];
  const ofRules = {
    byScene: waiting.flatMap((rule) => rule.byScene),
    byVehicle: waiting.flatMap((rule) => rule.byVehicle),
  };
  const [ofScenes, ofVehicles] = resampleBoth(
    { metrics: [...detected, ...ofRules.byScene], clusters: scenes.count },
    { metrics: ofRules.byVehicle, clusters: vehicles.count },
    plates.every(({ scene }, k) => scene === vehicles.of[k]),
    { replicates, seed, level },
  );
  const [ap, falsePlates] = ofScenes.splice(0, detected.length) as [PlateEstimate, PlateEstimate];
  return {
    pictures: pictures.length,
    plates: truth.length,
    platesWithBox: truth.filter(({ box }) => box).length,
    platesWithText: plates.length,
    vehicles: new Set(truth.map(({ vehicle }) => vehicle)).size,
    scenes: scenes.count,
    overlap,
    detection: {
      ...detectionRates(judged, level),
      averagePrecision: ap,
      falsePlatesPerPicture: falsePlates,
    },
    reading: readable(plates.length, options.reads)
      ? {
          state: 'measured',
          byRule: waiting.map(({ byScene, byVehicle, finish }) =>
            finish(ofScenes.splice(0, byScene.length), ofVehicles.splice(0, byVehicle.length)),
          ),
        }
      : { state: 'unavailable', reason: whyUnreadable(options.reads) },
  };
}

function readable(platesWithText: number, reads = true): boolean {
  return reads && platesWithText > 0;
}

function whyUnreadable(reads = true): string {
  return reads ? 'The dataset gives the text of no plate.' : 'The system finds plates and does not read them.';
}

interface ClusteredMetrics {
  readonly metrics: readonly Resampled[];
  readonly clusters: number;
}

/** Draws scenes and vehicles, both at once where every vehicle is a scene and has the same number. */
function resampleBoth(
  scenes: ClusteredMetrics,
  vehicles: ClusteredMetrics,
  sameNumbers: boolean,
  draw: Omit<ResampleClusters, 'clusters'>,
): [PlateEstimate[], PlateEstimate[]] {
  if (sameNumbers && scenes.clusters === vehicles.clusters) {
    const all = resample([...scenes.metrics, ...vehicles.metrics], { ...draw, clusters: scenes.clusters });
    return [all.slice(0, scenes.metrics.length), all.slice(scenes.metrics.length)];
  }
  const drawn = ({ metrics, clusters }: ClusteredMetrics) => resample(metrics, { ...draw, clusters });
  return [drawn(scenes), drawn(vehicles)];
}
