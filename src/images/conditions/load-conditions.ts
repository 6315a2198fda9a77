import { basename, extname } from 'node:path';
import { packagedNames, packagedPath } from '../../catalog/packaged-yaml.js';
import { readYaml } from '../../catalog/read-yaml.js';
import { FalsematchError } from '../../files/errors.js';
import { type ConditionCard, conditionCardSchema } from './condition-card.js';

const CONDITIONS = { folder: 'conditions', what: 'condition', file: 'condition file' };

/** The names of the conditions that come with the package. */
export function conditionNames(): Promise<string[]> {
  return packagedNames(CONDITIONS);
}

/** Reads a condition by its name, or from the path of a YAML file. Throws with the nearest name for one not there. */
export async function loadCondition(nameOrPath: string): Promise<ConditionCard> {
  const path = await packagedPath(nameOrPath, CONDITIONS);
  const card = await readYaml(path, conditionCardSchema);
  const name = basename(path, extname(path));
  // Reports name conditions: two files with one name in them could not be told apart.
  if (card.name !== name) {
    throw new FalsematchError(
      `${path}: "name": expected "${name}", the name of the file, found "${card.name}"; change one of them.`,
    );
  }
  return card;
}
