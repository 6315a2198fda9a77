import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readYaml } from '../catalog/read-yaml.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { packageFolder } from '../files/package-folder.js';
import { type Suite, suiteSchema } from './suite.js';

/** The names of the suites that come with the package. */
export async function suiteNames(): Promise<string[]> {
  const files = await readdir(suitesFolder());
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/** Reads a suite by its name, or from the path of a YAML file. Throws with the nearest name for one that is not there. */
export async function loadSuite(nameOrPath: string): Promise<Suite> {
  if (/\.ya?ml$/i.test(nameOrPath)) {
    if (!existsSync(nameOrPath))
      throw new FalsematchError(`The suite file ${nameOrPath} does not exist; check the path.`);
    return readYaml(nameOrPath, suiteSchema);
  }
  const names = await suiteNames();
  if (!names.includes(nameOrPath)) throw unknownName('suite', nameOrPath, names);
  return readYaml(join(suitesFolder(), `${nameOrPath}.yaml`), suiteSchema);
}

function suitesFolder(): string {
  return join(packageFolder(), 'suites');
}
