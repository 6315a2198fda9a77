import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FalsematchError, unknownName } from '../files/errors.js';
import { packageFolder } from '../files/package-folder.js';

/** A folder of the package with YAML files that are asked for by name, beside which users have files of their own. */
export interface PackagedYaml {
  readonly folder: string;
  /** What a name is the name of, for messages: "suite". */
  readonly what: string;
  /** What a path is the path of: "suite file". */
  readonly file: string;
}

/** The names of the files that come with the package. */
export async function packagedNames({ folder }: Pick<PackagedYaml, 'folder'>): Promise<string[]> {
  const files = await readdir(join(packageFolder(), folder));
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/**
 * The path of a packaged file by its name; a path that ends in .yaml or .yml is itself. Throws for a path where nothing is,
 * and with the nearest name for one that is not there.
 */
export async function packagedPath(nameOrPath: string, packaged: PackagedYaml): Promise<string> {
  if (/\.ya?ml$/i.test(nameOrPath)) {
    if (existsSync(nameOrPath)) return nameOrPath;
    throw new FalsematchError(`The ${packaged.file} ${nameOrPath} does not exist; check the path.`);
  }
  const names = await packagedNames(packaged);
  if (!names.includes(nameOrPath)) throw unknownName(packaged.what, nameOrPath, names);
  return join(packageFolder(), packaged.folder, `${nameOrPath}.yaml`);
}
