import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseYamlLines } from '../catalog/read-yaml.js';
import { sha256Of } from '../files/digest.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { packageFolder } from '../files/package-folder.js';
import { readText } from '../files/read-text.js';
import { type ClaimFile, claimFileSchema } from './claim-schema.js';

/** A claim file as it was read. */
export interface ReadClaims {
  readonly path: string;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  readonly file: ClaimFile;
  /** "FILE, line 12" for a claim, by its place among the claims, or a field of it. */
  placeOf(claim: number, ...field: readonly string[]): string;
}

/** The names of the claim files that come with the package. */
export async function claimFileNames(): Promise<string[]> {
  const files = await readdir(claimsFolder());
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

/**
 * Reads a claim file by its path, or one of the package by its name. Throws one sentence with the line for what is wrong
 * in it, and the nearest name for one that is not there.
 */
export async function readClaims(nameOrPath: string): Promise<ReadClaims> {
  const path = await claimPath(nameOrPath);
  const text = await readText(path);
  const { data, placeOf } = parseYamlLines(text, path, claimFileSchema);
  return {
    path,
    digest: sha256Of(text),
    file: data,
    placeOf: (claim, ...field) => placeOf(['claims', claim, ...field]),
  };
}

async function claimPath(nameOrPath: string): Promise<string> {
  if (/\.ya?ml$/i.test(nameOrPath)) {
    if (existsSync(nameOrPath)) return nameOrPath;
    const packaged = join(claimsFolder(), basename(nameOrPath));
    // "claims/belgrade-2019.yaml" is what the documentation writes, wherever the package is installed.
    if (/^claims[/\\][^/\\]+$/.test(nameOrPath) && existsSync(packaged)) return packaged;
    throw new FalsematchError(`The claim file ${nameOrPath} does not exist; check the path.`);
  }
  const names = await claimFileNames();
  if (!names.includes(nameOrPath)) throw unknownName('claim file', nameOrPath, names);
  return join(claimsFolder(), `${nameOrPath}.yaml`);
}

function claimsFolder(): string {
  return join(packageFolder(), 'claims');
}
