import type { NotMeasured } from '../benchmark/not-measured.js';
import type { FailureReason } from '../extraction/extraction.js';
import type { STAGES } from '../extraction/stage-times.js';
import type { DatasetRecord, RunRecord } from '../results/run-record.js';
import type { ModelRecord } from '../results/system-record.js';
import type { Range, Spread } from './spread.js';

/** The layout of the file that `--out` writes. */
export const SPEED_SCHEMA = 'falsematch-speed/1';

export type StageName = (typeof STAGES)[number];

/** What a model is to a system, in the order in which a picture meets them. */
export type ModelRole = 'detector' | 'landmarks' | 'template' | 'reader';

/** Why a picture gave nothing; for plates also that none was found in it. */
export type SpeedFailure = FailureReason | 'no-plate';

/** How fast the systems of a suite are on this machine, with everything that the figures depend on. */
export interface SpeedReport {
  readonly schema: typeof SPEED_SCHEMA;
  readonly tool: RunRecord['tool'];
  readonly suite: Pick<RunRecord['suite'], 'name' | 'title' | 'sha256'>;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly environment: SpeedEnvironment;
  readonly settings: SpeedSettings;
  readonly datasets: readonly DatasetRecord[];
  readonly systems: readonly SystemSpeed[];
  readonly notMeasured: readonly Pick<NotMeasured, 'what' | 'reason'>[];
}

/** The machine as run records name it, and how much of it there was. */
export interface SpeedEnvironment extends Readonly<RunRecord['environment']> {
  /** Cores that the process may use. */
  readonly cores: number;
  /** The load average of the last minute before anything was measured; absent where the system has none. */
  readonly loadBefore?: number;
}

/** What was asked for. */
export interface SpeedSettings {
  /** Pictures of each system. */
  readonly pictures: number;
  readonly rounds: number;
  readonly workers: number;
  /** Keys of the suite's data that pictures were taken of; absent: all that its tasks name. */
  readonly of?: readonly string[];
  /** What every picture goes through first, which counts as loading. */
  readonly condition?: { readonly name: string; readonly does: readonly string[] };
}

/** A model of a system and what it weighs. */
export interface ModelSpeed extends Readonly<ModelRecord> {
  readonly role: ModelRole;
  /** Of its file and its companions. */
  readonly bytes: number;
  readonly precision: string;
  readonly placement: NonNullable<ModelRecord['placement']>;
}

interface SystemBase {
  readonly name: string;
  readonly kind: 'faces' | 'plates';
  readonly models: readonly ModelSpeed[];
  /** Different pictures that it was given. */
  readonly pictures: number;
  /** How many of them gave nothing, by reason. */
  readonly failures: Readonly<Partial<Record<SpeedFailure, number>>>;
}

/** A system whose speed was measured. */
export interface TimedSystem extends SystemBase {
  readonly state: 'timed';
  /** Pictures that were worked on before anything was counted. */
  readonly warmUp: number;
  readonly rounds: number;
  /** One picture at a time in one thread, with nothing else of this program at work; in milliseconds. */
  readonly latency: Latency;
  /** With one worker, and with as many as were asked for where those are more. */
  readonly throughput: readonly Throughput[];
  /** Absent where one worker was asked for. */
  readonly scaling?: Scaling;
  /** Cores that other programs used meanwhile, on average; absent where that cannot be told. */
  readonly otherCores?: number;
  readonly warnings: readonly SpeedWarning[];
}

/** A system that gave no template, or read no plate, in any of the pictures. */
export interface FailedSystem extends SystemBase {
  readonly state: 'no-result';
}

export type SystemSpeed = TimedSystem | FailedSystem;

export interface Latency {
  /** From the file to the last template or reading of a picture; of pictures that gave one. */
  readonly picture: Spread;
  /** Of the pictures that came to the stage. A picture with several faces or plates takes their time together. */
  readonly stages: readonly ({ readonly stage: StageName } & Spread)[];
  /** One pass of a network on real input, which is a part of the stage that it serves. */
  readonly networks: readonly ({ readonly role: ModelRole; readonly model: string } & Spread)[];
}

export interface Throughput {
  readonly workers: number;
  /** Seconds of a round, the start of the workers included. */
  readonly seconds: Range;
  /** Pictures a second. */
  readonly pictures: Range;
  /** Templates, or plates read, a second. */
  readonly results: Range;
  /** Cores that the program itself used: with one worker may be more than one, since pictures are decoded beside it. */
  readonly cores: Range;
}

export interface Scaling {
  /** Pictures a second of all workers against those of one, in the same round. */
  readonly speedUp: Range;
  /**
   * What the cores that the workers can use would do if nothing stood in their way: their number / the mean time of a picture
   * alone. Absent where networks run on a device: one picture alone does not say what that could do.
   */
  readonly ceiling?: Range;
  readonly shareOfCeiling?: Range;
}

/** What makes a figure worth less than it looks. */
export type SpeedWarning =
  /** The data have fewer pictures than were asked for. */
  | { readonly kind: 'few-pictures'; readonly asked: number; readonly found: number }
  /** The middle 80% of the times of a stage, as a share of the median. */
  | { readonly kind: 'wide'; readonly stage: StageName; readonly spread: number }
  /** The same picture took different times: the least and most of its rounds, as a share of its median; the median picture. */
  | { readonly kind: 'unsteady'; readonly spread: number }
  /** The rounds differ: the least and most pictures a second, as a share of the median. */
  | { readonly kind: 'drift'; readonly workers: number; readonly spread: number }
  /** A round was so short that the start of the workers weighs in it. */
  | { readonly kind: 'short'; readonly workers: number; readonly seconds: number }
  /** Other programs used so many cores on average. */
  | { readonly kind: 'busy'; readonly otherCores: number }
  /** The load average was high before anything was measured. */
  | { readonly kind: 'loaded'; readonly loadBefore: number };
