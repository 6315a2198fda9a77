import { packagedNames, packagedPath } from '../catalog/packaged-yaml.js';
import { readYaml } from '../catalog/read-yaml.js';
import { type Suite, suiteSchema } from './suite.js';

const SUITES = { folder: 'suites', what: 'suite', file: 'suite file' };

/** The names of the suites that come with the package. */
export function suiteNames(): Promise<string[]> {
  return packagedNames(SUITES);
}

/** Reads a suite by its name, or from the path of a YAML file. Throws with the nearest name for one that is not there. */
export async function loadSuite(nameOrPath: string): Promise<Suite> {
  return readYaml(await packagedPath(nameOrPath, SUITES), suiteSchema);
}
