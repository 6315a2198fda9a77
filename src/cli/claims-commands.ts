import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { z } from 'zod';
import { checkClaims } from '../claims/check-claims.js';
import type { CheckedClaims } from '../claims/claim-result.js';
import { claimFileSchema } from '../claims/claim-schema.js';
import { freezeClaims, freezePath } from '../claims/freeze.js';
import { claimFileNames, readClaims } from '../claims/read-claims.js';
import { readFreeze } from '../claims/read-freeze.js';
import { readTimedRun } from '../claims/timed-run.js';
import { writeFileAtomic } from '../files/atomic-write.js';
import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { claimJunit } from '../report/claims/claim-junit.js';
import { claimLines } from '../report/claims/claim-lines.js';
import { claimPage } from '../report/claims/claim-page.js';
import { tally } from '../report/claims/claim-text.js';
import { htmlPage } from '../report/html-page.js';
import { markdownPage } from '../report/markdown-page.js';
import { colourWords, type Words } from './colour.js';
import { headingFirst, type Paint, print, tableLines } from './print-table.js';
import { warnAltered } from './warn-altered.js';

export interface CheckFlags {
  readonly run?: string;
  readonly frozen?: string;
  readonly strict?: boolean;
  readonly out?: readonly string[];
  readonly json?: boolean;
}

/** Forms of an answer, by the ending of the file's name. */
const FORMS: Readonly<Record<string, (checked: CheckedClaims, options: { strict: boolean }) => string>> = {
  '.html': (checked) => htmlPage(claimPage(checked)),
  '.md': (checked) => markdownPage(claimPage(checked)),
  '.xml': claimJunit,
  '.json': canonicalJson,
};

/** `falsematch claims check`: prints and writes verdicts; throws `gate` for a contradicted claim, `unresolved` if strict. */
export async function checkCommand(name: string, flags: CheckFlags): Promise<void> {
  const forms = (flags.out ?? []).map((path) => ({ path, form: formOf(path) }));
  const claims = await readClaims(name);
  const run = flags.run === undefined ? undefined : await readTimedRun(flags.run);
  if (run && flags.run !== undefined) warnAltered(flags.run, run.read.altered);
  const freeze = await readFreeze(flags.frozen ?? freezePath(claims.path), flags.frozen !== undefined);
  const checked = checkClaims(claims, { run, freeze });
  const strict = flags.strict ?? false;
  for (const { path, form } of forms) await writeFileAtomic(path, form(checked, { strict }));
  print(claimLines(checked), { asked: flags.json ?? false, value: checked }, paintVerdict);
  refuse(checked, strict);
}

/** The verdict behind a claim's name, which stands at the margin. */
const VERDICT_WORDS: Words = [
  [/(?<=^\S+: )SUPPORTED\b/, 'good'],
  [/(?<=^\S+: )CONTRADICTED\b/, 'bad'],
  [/(?<=^\S+: )UNRESOLVED\b/, 'doubtful'],
];

const paintVerdict: Paint = (line, at) => (at === 0 ? headingFirst(line, at) : colourWords(line, VERDICT_WORDS));

function formOf(path: string) {
  const form = FORMS[extname(path).toLowerCase()];
  if (form) return form;
  throw new FalsematchError(`--out ${path} must end in ${Object.keys(FORMS).join(', ')}, which says what is written.`);
}

function refuse({ claims, file }: CheckedClaims, strict: boolean): void {
  if (claims.some(({ verdict }) => verdict === 'contradicted')) {
    throw new FalsematchError(`${file}: ${tally(claims)}.`, { kind: 'gate' });
  }
  if (strict && claims.some(({ verdict }) => verdict === 'unresolved')) {
    throw new FalsematchError(`${file}: ${tally(claims)}, which --strict does not accept.`, { kind: 'unresolved' });
  }
}

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
      `  tests of ${freeze.claims.file}, SHA-256 ${freeze.claims.tests}`,
      `  suite ${freeze.suite.name}, SHA-256 ${freeze.suite.sha256}`,
      `Publish it now, then: falsematch run ${freeze.suite.name}`,
    ],
    { asked: flags.json ?? false, value: { path, ...freeze } },
  );
}

/** `falsematch claims ls`: the claim files of the package. */
export async function listClaims(flags: { readonly json?: boolean }): Promise<void> {
  const files = await Promise.all(
    (await claimFileNames()).map(async (name) => {
      const { file } = await readClaims(name);
      return { name, claims: file.claims.length, suite: file.suite ?? null, title: file.title };
    }),
  );
  const rows = files.map(({ name, claims, suite, title }) => [name, String(claims), suite ?? '', title]);
  print(
    tableLines([['NAME', 'CLAIMS', 'SUITE', 'TITLE'], ...rows]),
    { asked: flags.json ?? false, value: files },
    headingFirst,
  );
}

/** `falsematch claims schema`: the JSON Schema of claim files, for editors. */
export function printSchema(): void {
  process.stdout.write(`${JSON.stringify(z.toJSONSchema(claimFileSchema, { io: 'input' }), null, 2)}\n`);
}
