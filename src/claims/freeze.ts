import { basename } from 'node:path';
import { z } from 'zod';
import { expandConditions } from '../benchmark/conditions/expand-conditions.js';
import { suiteDigest } from '../benchmark/describe.js';
import { loadSuite } from '../benchmark/load-suite.js';
import { sha256Schema } from '../catalog/card-parts.js';
import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { FalsematchError } from '../files/errors.js';
import type { ClaimFile } from './claim-schema.js';
import type { ReadClaims } from './read-claims.js';

/** What the tests of a claim file and its suite were, before the suite was run. */
export const freezeSchema = z.strictObject({
  schema: z.literal('falsematch-freeze/1'),
  /** ISO 8601, UTC: when whoever froze them says it was. */
  frozen: z.iso.datetime(),
  /** The digest of what decides: the tests, how their claims are taken, and the confidence. Other wording may be mended. */
  claims: z.strictObject({ file: z.string(), tests: sha256Schema }),
  suite: z.strictObject({ name: z.string(), sha256: sha256Schema }),
});

export type Freeze = z.output<typeof freezeSchema>;

/**
 * The digests of the tests of a claim file and of the suite that it names, with the time. Only its publication before the
 * run makes it worth something to others: a clock can be set. Throws for a file that names no suite.
 */
export async function freezeClaims({ path, file }: ReadClaims, now: Date): Promise<Freeze> {
  if (file.suite === undefined) {
    throw new FalsematchError(`${path} names no suite; write "suite:" with the one whose run its tests are for.`);
  }
  const suite = await expandConditions(await loadSuite(file.suite));
  return {
    schema: 'falsematch-freeze/1',
    frozen: now.toISOString(),
    claims: { file: basename(path), tests: testsDigest(file) },
    suite: { name: suite.name, sha256: suiteDigest(suite) },
  };
}

/** SHA-256 of the tests of a claim file, in its order, with how their claims are taken and the confidence. */
export function testsDigest({ confidence, claims }: ClaimFile): string {
  const tests = claims.flatMap(({ id, reading, test }) =>
    test ? [{ id, reading: reading?.trim() ?? null, test }] : [],
  );
  return sha256Of(canonicalJson({ confidence, tests }));
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

/** Holds a freeze against the tests as they are and the run that answers it. */
export function freezeState(freeze: Freeze | undefined, file: ClaimFile, { suite, started }: FrozenRun): FreezeState {
  if (!freeze) return { state: 'none' };
  const { frozen } = freeze;
  const broken = (why: string): FreezeState => ({ state: 'broken', frozen, why });
  if (freeze.claims.tests !== testsDigest(file)) return broken('the tests have been changed since');
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
