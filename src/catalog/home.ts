import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FalsematchError, messageOf } from '../files/errors.js';
import { writeProblem } from '../files/write-problem.js';

/** The folders of the home folder. */
export interface HomePlaces {
  /** Downloaded files, as `<sha256>/<name>`. */
  readonly files: string;
  /** Unpacked datasets, one folder each. */
  readonly datasets: string;
  /** Cached templates. */
  readonly templates: string;
  /** What was found out about models on this machine's devices. */
  readonly devices: string;
  /** The user's own model cards. */
  readonly modelCards: string;
  /** The user's own dataset cards. */
  readonly datasetCards: string;
}

/** The folders below a home folder; touches nothing. */
export function homePlaces(home: string): HomePlaces {
  return {
    files: join(home, 'files'),
    datasets: join(home, 'datasets'),
    templates: join(home, 'templates'),
    devices: join(home, 'devices'),
    modelCards: join(home, 'cards', 'models'),
    datasetCards: join(home, 'cards', 'datasets'),
  };
}

/**
 * The path of the home folder, there or not: `option`, else the environment variable FALSEMATCH_HOME, else the platform's
 * cache folder. Touches nothing.
 */
export async function homePath(option?: string): Promise<string> {
  const named = option || process.env.FALSEMATCH_HOME;
  // The library asks for the user's home folder, which a user without one can do without when a place is named.
  return resolve(named || (await import('env-paths')).default('falsematch', { suffix: '' }).cache);
}

/**
 * The home folder, where weights, datasets and templates live: see `homePath`. It is made when missing; it, or what is kept in a folder that was there before, is
 * closed to everybody but its owner (mode 0700), since templates are biometric data. Gives its absolute path.
 */
export async function resolveHome(option?: string): Promise<string> {
  const home = await homePath(option);
  try {
    await mkdir(home, { recursive: true, mode: 0o700 });
    // A folder that was there before may be somebody's own, so only what is kept in it is closed.
    for (const place of [homePlaces(home).templates, homePlaces(home).datasets, homePlaces(home).files]) {
      await mkdir(place, { recursive: true, mode: 0o700 });
    }
  } catch (thrown) {
    const problem = messageOf(writeProblem(thrown, home)).replace(/\.$/, '');
    throw new FalsematchError(`Cannot use ${home} as the home folder: ${problem}; see --home and FALSEMATCH_HOME.`, {
      cause: thrown,
    });
  }
  return home;
}
