import type { NotMeasured } from '../benchmark/not-measured.js';
import type { SuiteOverrides } from '../benchmark/override-suite.js';
import type { SmallerBatch } from '../benchmark/with-device.js';
import type { ObtainEvent } from '../catalog/obtain-event.js';
import { FalsematchError } from '../files/errors.js';

/** What happens while speed is measured, for whoever shows progress. */
export type SpeedEvent =
  | ({ readonly kind: 'not-measured' } & NotMeasured)
  | ({ readonly kind: 'smaller-batch' } & SmallerBatch)
  /** Pictures of one system, each counted as often as it is worked on. */
  | { readonly kind: 'timing'; readonly system: string; readonly done: number; readonly total: number };

/** Options of `measureSpeed`; every one has a default but the suite. */
export interface SpeedOptions extends Pick<SuiteOverrides, 'data' | 'models'> {
  /** A suite's name, or the path of a suite file. */
  readonly suite: string;
  /** Take pictures of these keys of the suite's data only; default: of all that its tasks name. */
  readonly of?: readonly string[];
  /** Pictures for each system, spread over the data; default: 200. */
  readonly pictures?: number;
  /** Rounds, each of every picture alone, with one worker and with all; default: 5. */
  readonly rounds?: number;
  /** Worker threads that are held against one; default: one a core. */
  readonly workers?: number;
  /** What networks run on, as `runSuite` takes it; default: cpu. */
  readonly device?: readonly string[];
  /** A condition by name, or the path of its file, that every picture goes through first: it counts as loading. */
  readonly condition?: string;
  /** Where weights and datasets are kept; see `resolveHome`. */
  readonly home?: string;
  /** A folder or address that is looked in before anything is fetched; default: FALSEMATCH_MIRROR. */
  readonly mirror?: string;
  readonly offline?: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: SpeedEvent | ObtainEvent) => void;
}

/** The number of pictures and of rounds as asked, or what is usual. Throws for anything but whole numbers from 1 on. */
export function checkSettings({ pictures = 200, rounds = 5 }: Pick<SpeedOptions, 'pictures' | 'rounds'>) {
  for (const [name, number] of Object.entries({ pictures, rounds })) {
    if (!Number.isSafeInteger(number) || number < 1) {
      throw new FalsematchError(`--${name} must be a whole number from 1 on, not ${number}.`);
    }
  }
  return { pictures, rounds };
}
