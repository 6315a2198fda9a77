import { existsSync } from 'node:fs';
import { freezeClaims, freezePath } from '../claims/freeze.js';
import { readClaims } from '../claims/read-claims.js';
import { writeFileAtomic } from '../files/atomic-write.js';
import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { print } from './print-table.js';

export interface FreezeFlags {
  readonly out?: string;
  readonly json?: boolean;
}

/** `falsematch claims freeze`: writes what a claim file and its suite are, before the suite is run. */
export async function freezeCommand(name: string, flags: FreezeFlags): Promise<void> {
  const claims = await readClaims(name);
  const path = flags.out ?? freezePath(claims.path);
  if (existsSync(path)) {
    throw new FalsematchError(`${path} exists: these claims were frozen before; name another file with --out.`);
  }
  const freeze = await freezeClaims(claims, new Date());
  await writeFileAtomic(path, canonicalJson(freeze));
  print(
    [
      `Frozen in ${path}:`,
      `  ${freeze.claims.file}, SHA-256 ${freeze.claims.sha256}`,
      `  suite ${freeze.suite.name}, SHA-256 ${freeze.suite.sha256}`,
      `Publish it now, then: falsematch run ${freeze.suite.name}`,
    ],
    { asked: flags.json ?? false, value: { path, ...freeze } },
  );
}
