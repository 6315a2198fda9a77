import { alarmFacts } from '../deployment/alarm-facts.js';
import { ratesOfRun } from '../deployment/rates-of-run.js';
import { FalsematchError } from '../files/errors.js';
import type { ReadRun } from '../results/read-run.js';
import { answerTests } from './answer-tests.js';
import type { CheckedClaims, ClaimAnswer, ClaimResult, Ground, Implied } from './claim-result.js';
import type { Claim, ClaimDeployment } from './claim-schema.js';
import { type Freeze, freezeState } from './freeze.js';
import { judgeCounts } from './judge-counts.js';
import type { ReadClaims } from './read-claims.js';
import { sentenceOf } from './sentences.js';
import type { ClaimSource } from './source-schema.js';
import type { TimedRun } from './timed-run.js';

/** What claims are held against. */
export interface CheckOptions {
  /** The run that answers the tests. */
  readonly run?: TimedRun | undefined;
  readonly freeze?: Freeze | undefined;
}

/**
 * Gives every claim of a file a verdict: tests by the run, at any level from its tables; reported counts by arithmetic;
 * the rest is untestable, with what would have to be disclosed. Throws one sentence with file and line where a test cannot
 * be answered by the run, or where there is none.
 */
export function checkClaims(claims: ReadClaims, { run, freeze }: CheckOptions = {}): CheckedClaims {
  const { file, path, digest } = claims;
  const tested = file.claims.flatMap(({ test }, at) => (test ? [{ test, at }] : []));
  // To measure again what the run is already of would help nobody.
  const same = run?.read.record.suite.name === file.suite;
  const advice = file.suite === undefined || same ? undefined : `falsematch run ${file.suite}`;
  if (tested.length > 0 && !run) {
    throw new FalsematchError(
      `${path}: ${tested.length} of its claims are tests and need a run${advice ? `; measure it with: ${advice}` : ''}; then name its directory with --run.`,
    );
  }
  const answers = run
    ? answerTests(
        run.read,
        tested.map(({ test, at }) => ({
          test,
          confidence: test.confidence ?? file.confidence,
          place: { place: claims.placeOf(at, 'test'), advice },
        })),
      )
    : [];
  const grounds = new Map(tested.map(({ at }, k) => [at, answers[k]]));
  return {
    title: file.title,
    ...(file.description ? { description: file.description.trim() } : {}),
    file: path,
    digest,
    confidence: file.confidence,
    suite: file.suite ?? null,
    run: run ? runOf(run) : null,
    freeze: run ? freezeState(freeze, file, { suite: run.read.record.suite, started: run.started }) : { state: 'none' },
    tests: tested.length,
    claims: file.claims.map((claim, at) =>
      resultOf(claim, {
        place: claims.placeOf(at),
        source: claim.source ?? file.source ?? 'own',
        answer: grounds.get(at) ?? answerWithoutRun(claim, file.confidence),
        implied: impliedBy(claim.deployment, run?.read, claims.placeOf(at, 'deployment'), advice),
      }),
    ),
  };
}

function runOf({ read, started }: NonNullable<CheckOptions['run']>): NonNullable<CheckedClaims['run']> {
  const { suite } = read.record;
  return { digest: read.digest, suite: suite.name, title: suite.title, started, altered: read.altered };
}

function answerWithoutRun({ counts, untestable }: Claim, level: number): ClaimAnswer {
  if (counts) {
    const judged = judgeCounts(counts, level);
    return { verdict: judged.verdict, ground: { by: 'counts', counts: judged } };
  }
  // The schema leaves nothing else.
  const ground: Ground = { by: 'nothing', untestable: untestable ?? { because: '', disclose: [] } };
  return { verdict: 'untestable', ground };
}

interface Context {
  readonly place: string;
  readonly source: ClaimSource;
  readonly answer: ClaimAnswer;
  readonly implied: Implied | undefined;
}

function resultOf(claim: Claim, { place, source, answer, implied }: Context): ClaimResult {
  const { id, about, statement, quote, reading, note } = claim;
  const told = {
    id,
    about,
    statement: statement.trim(),
    ...(quote ? { quote } : {}),
    ...(reading ? { reading: reading.trim() } : {}),
    ...(note ? { note: note.trim() } : {}),
    place,
    source,
    ...answer,
    ...(implied ? { implied } : {}),
  };
  return { ...told, sentence: sentenceOf(told) };
}

function impliedBy(
  deployment: ClaimDeployment | undefined,
  run: ReadRun | undefined,
  place: string,
  advice: string | undefined,
): Implied | undefined {
  if (!deployment) return undefined;
  const { cameras, faces, listed, assumed, rates } = deployment;
  const given = { cameras, passagesPerCamera: faces, listed };
  try {
    if ('fpir' in rates) return { assumed: assumed.trim(), facts: alarmFacts({ ...given, ...rates }), measured: null };
    if (!run) {
      throw new FalsematchError(
        `Its rates are those of a run${advice ? `; measure it with: ${advice}` : ''}; then name its directory with --run.`,
      );
    }
    const measured = ratesOfRun(run, rates);
    const { fpir, tpir, listSize } = measured;
    const facts = alarmFacts({ ...given, fpir, tpir, measuredListSize: listSize });
    return { assumed: assumed.trim(), facts, measured };
  } catch (thrown) {
    if (!(thrown instanceof FalsematchError)) throw thrown;
    throw new FalsematchError(`${place}: ${thrown.message}`, { cause: thrown });
  }
}
