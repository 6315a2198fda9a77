import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readYaml } from '../../catalog/read-yaml.js';
import { FalsematchError, unknownName } from '../../files/errors.js';
import { packageFolder } from '../../files/package-folder.js';
import { type ConditionCard, conditionCardSchema } from './condition-card.js';

/** The names of the conditions that come with the package. */
export async function conditionNames(): Promise<string[]> {
  const files = await readdir(conditionsFolder());
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** Reads a condition by its name, or from the path of a YAML file. Throws with the nearest name for one not there. */
export async function loadCondition(nameOrPath: string): Promise<ConditionCard> {
  if (/\.ya?ml$/i.test(nameOrPath)) {
    if (!existsSync(nameOrPath)) {
      throw new FalsematchError(`The condition file ${nameOrPath} does not exist; check the path.`);
    }
    return readCard(nameOrPath);
  }
  const names = await conditionNames();
  if (!names.includes(nameOrPath)) throw unknownName('condition', nameOrPath, names);
  return readCard(join(conditionsFolder(), `${nameOrPath}.yaml`));
}

async function readCard(path: string): Promise<ConditionCard> {
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

function conditionsFolder(): string {
  return join(packageFolder(), 'conditions');
}
