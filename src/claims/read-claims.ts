import { existsSync } from 'node:fs';
import { packagedNames, packagedPath } from '../catalog/packaged-yaml.js';
import { parseYamlLines } from '../catalog/read-yaml.js';
import { sha256Of } from '../files/digest.js';
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

const CLAIMS = { folder: 'claims', what: 'claim file', file: 'claim file' };

/** The names of the claim files that come with the package. */
export function claimFileNames(): Promise<string[]> {
  return packagedNames(CLAIMS);
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

/** "claims/belgrade-2019.yaml" is what the documentation writes, wherever the package is installed. */
async function claimPath(nameOrPath: string): Promise<string> {
  const name = /^claims[/\\]([^/\\]+)\.ya?ml$/i.exec(nameOrPath)?.[1];
  const packaged = name !== undefined && !existsSync(nameOrPath) && (await claimFileNames()).includes(name);
  return packagedPath(packaged ? name : nameOrPath, CLAIMS);
}
