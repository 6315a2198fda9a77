import { basename } from 'node:path';
import { z } from 'zod';
import { expandConditions } from '../benchmark/conditions/expand-conditions.js';
import { suiteDigest } from '../benchmark/describe.js';
import { loadSuite } from '../benchmark/load-suite.js';
import { sha256Schema } from '../catalog/card-parts.js';
import { FalsematchError } from '../files/errors.js';
import type { ReadClaims } from './read-claims.js';

/** What a claim file and its suite were, before the suite was run. */
export const freezeSchema = z.strictObject({
  schema: z.literal('falsematch-freeze/1'),
  /** ISO 8601, UTC: when whoever froze them says it was. */
  frozen: z.iso.datetime(),
  claims: z.strictObject({ file: z.string(), sha256: sha256Schema }),
  suite: z.strictObject({ name: z.string(), sha256: sha256Schema }),
});

export type Freeze = z.output<typeof freezeSchema>;

/**
 * The digests of a claim file and of the suite that it names, with the time. Only its publication before the run makes it
 * worth something to others: a clock can be set. Throws for a file that names no suite.
 */
export async function freezeClaims({ path, digest, file }: ReadClaims, now: Date): Promise<Freeze> {
  if (file.suite === undefined) {
    throw new FalsematchError(`${path} names no suite; write "suite:" with the one whose run its tests are for.`);
  }
  const suite = await expandConditions(await loadSuite(file.suite));
  return {
    schema: 'falsematch-freeze/1',
    frozen: now.toISOString(),
    claims: { file: basename(path), sha256: digest },
    suite: { name: suite.name, sha256: suiteDigest(suite) },
  };
}

/** Whether tests were fixed before a run, as far as digests and clocks tell. */
export type FreezeState =
  | { readonly state: 'none' }
  | { readonly state: 'before'; readonly frozen: string; readonly started: string }
  /** It was frozen, and is not what was frozen, or was frozen too late. */
  | { readonly state: 'broken'; readonly frozen: string; readonly why: string };

/** The run that a freeze is held against: what its record says of its suite, and when it began. */
export interface FrozenRun {
  readonly suite: { readonly name: string; readonly sha256?: string | undefined };
  readonly started: string | null;
}

/** Holds a freeze against the claim file as it is and the run that answers it. */
export function freezeState(freeze: Freeze | undefined, claims: string, { suite, started }: FrozenRun): FreezeState {
  if (!freeze) return { state: 'none' };
  const { frozen } = freeze;
  const broken = (why: string): FreezeState => ({ state: 'broken', frozen, why });
  if (freeze.claims.sha256 !== claims) return broken('the claim file has been changed since');
  if (freeze.suite.sha256 !== suite.sha256) {
    return broken(
      suite.name === freeze.suite.name
        ? 'the run was of another state of the suite, or with other options'
        : `the run is of the suite ${suite.name}, not ${freeze.suite.name}`,
    );
  }
  if (started === null) return broken('the run does not say when it began');
  if (Date.parse(frozen) >= Date.parse(started)) return broken('the run had begun before');
  return { state: 'before', frozen, started };
}

/** Where a claim file's freeze is looked for and written: beside it. */
export function freezePath(claims: string): string {
  return claims.replace(/\.ya?ml$/i, '.frozen.json');
}
