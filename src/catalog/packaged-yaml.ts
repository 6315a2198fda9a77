import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FalsematchError, nearestName, unknownName } from '../files/errors.js';
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
    const near = await nearestPath(nameOrPath, packaged);
    const hint = near === undefined ? 'check the path.' : `did you mean "${near}"?`;
    throw new FalsematchError(`The ${packaged.file} ${nameOrPath} does not exist; ${hint}`);
  }
  const names = await packagedNames(packaged);
  if (!names.includes(nameOrPath)) throw unknownName(packaged.what, nameOrPath, names);
  return join(packageFolder(), packaged.folder, `${nameOrPath}.yaml`);
}

/** The YAML file of the same folder, else the name of one of the package, that a mistyped path most likely meant. */
async function nearestPath(path: string, packaged: PackagedYaml): Promise<string | undefined> {
  const stem = (file: string) => basename(file, extname(file));
  const beside = (await readdir(dirname(path)).catch((): string[] => [])).filter((file) => /\.ya?ml$/i.test(file));
  const near = nearestName(stem(path), beside.map(stem));
  const file = beside.find((one) => stem(one) === near);
  return file === undefined ? nearestName(stem(path), await packagedNames(packaged)) : join(dirname(path), file);
}
