import type { ReadRun } from '../results/read-run.js';
import { effectiveTrialsOf } from '../statistics/korn-graubard.js';
import { guardedEnds, separateTrials } from './claim-bounds.js';
import type { ClaimAnswer, Ground } from './claim-result.js';
import { boundsAt, type Evidence, evidenceOf, undecidable } from './evidence.js';
import { findGroup } from './find-group.js';
import { findTask, type TestPlace } from './find-task.js';
import { type Judged, type Judgement, judgeTests } from './judge-tests.js';
import { allSatisfies, allViolates, type Demand, restsOn } from './relation.js';
import { type TestedFigure, testRowsOf } from './test-rows.js';
import type { ClaimTest } from './test-schema.js';
import { trialsNeeded } from './trials-needed.js';

/** A test of a claim file, with where it stands. */
export interface AskedTest {
  readonly test: ClaimTest;
  readonly confidence: number;
  readonly place: TestPlace;
}

/** Answers all tests of a claim file by one run, corrected for each other. Throws for a test that the run cannot answer. */
export function answerTests(run: ReadRun, asked: readonly AskedTest[]): ClaimAnswer[] {
  const rowsOf = testRowsOf(run);
  const found = asked.map(({ test, confidence, place }) => {
    const tested = findTask(test, run, place);
    const group = findGroup(test, tested, run.rows, place);
    const figure: TestedFigure = { test, task: tested.task, group };
    const evidenceAt = (system: string, levels: { low: number; high: number }) =>
      evidenceOf(run, figure, system, (level) => rowsOf(figure, system, level), levels);
    const { level } = tested.task;
    const doubts: Doubts = new Map(
      tested.systems.map((system) => [system, undecidable(evidenceAt(system, { low: level, high: level }))]),
    );
    const judged: Judged = {
      demand: test,
      confidence,
      quantifier: test.models === 'every' ? 'every' : 'best',
      systems: tested.systems,
      // A claim on several systems is decided by those of which something can be told.
      boundsAt: (system, level) =>
        doubts.get(system) === undefined ? boundsAt(test.measure, rowsOf(figure, system, level), level) : undefined,
    };
    return { test, judged, evidenceAt, doubts };
  });
  const judgements = judgeTests(found.map(({ judged }) => judged));
  return found.map(({ test, judged, evidenceAt, doubts }, at) => {
    const judgement = judgements[at] as Judgement;
    const evidence = judged.systems.map((system) => evidenceAt(system, judgement.levels));
    return { verdict: judgement.verdict, ground: groundOf({ test, judged, judgement, evidence, doubts }) };
  });
}

/** By system why no interval of it could decide; undefined where one could. */
type Doubts = ReadonlyMap<string, string | undefined>;

interface Found {
  readonly test: ClaimTest;
  readonly judged: Judged;
  readonly judgement: Judgement;
  readonly evidence: readonly Evidence[];
  readonly doubts: Doubts;
}

function groundOf({ test, judged, judgement, evidence, doubts }: Found): Ground {
  const { verdict } = judgement;
  const deciding = verdict === 'unresolved' ? [] : evidence.filter((one) => decides(one, judged, verdict, doubts));
  const shown = shownOf(deciding.length > 0 ? deciding : evidence, judged);
  const doubt = verdict === 'unresolved' ? doubtOf(shown.model, doubts) : undefined;
  const needed =
    verdict === 'unresolved' ? neededBy(shown, test, judged.confidence, doubts.get(shown.model)) : undefined;
  return {
    by: 'test',
    test,
    evidence,
    shown,
    tests: judgement.tests,
    confidence: judged.confidence,
    ...(doubt === undefined ? {} : { undecidable: doubt }),
    ...(needed ? { needed } : {}),
  };
}

/** Whether a system's own bounds bear a verdict out. */
function decides(
  { model, low, high }: Evidence,
  { demand }: Judged,
  verdict: 'supported' | 'contradicted',
  doubts: Doubts,
): boolean {
  if (doubts.get(model) !== undefined || !low || !high) return false;
  const bounds = { low: low.value, high: high.value };
  return verdict === 'supported' ? allSatisfies(bounds, demand) : allViolates(bounds, demand);
}

/** Why the system that is shown cannot decide; else who else cannot, and why. */
function doubtOf(shown: string, doubts: Doubts): string | undefined {
  const own = doubts.get(shown);
  if (own !== undefined) return own;
  const [other] = [...doubts].filter(([, doubt]) => doubt !== undefined);
  return other && `nothing can be decided of ${other[0]}, as ${other[1]}`;
}

/** Of a claim on the best system the one nearest to satisfying it, of one on all the one farthest from it. */
function shownOf(evidence: readonly Evidence[], { demand, quantifier }: Judged): Evidence {
  const farthestFirst = [...evidence].sort((a, b) => shortfall(b, demand) - shortfall(a, demand));
  return (quantifier === 'every' ? farthestFirst[0] : farthestFirst.at(-1)) as Evidence;
}

function shortfall({ value }: Evidence, demand: Demand): number {
  if (value === null) return Number.POSITIVE_INFINITY;
  const { satisfying } = restsOn(demand);
  if (satisfying === 'both') return Math.abs(value - demand.value);
  return satisfying === 'high' ? value - demand.value : demand.value - value;
}

/** A figure that was not seen to go wrong tells how many trials would show the claim; others how much larger a sample. */
function neededBy(evidence: Evidence, test: ClaimTest, confidence: number, doubt: string | undefined) {
  const { value, low, high, usual, counted, trials, subjects } = evidence;
  if (value === null || !low || !high || (low.value === 0 && high.value === 1)) return undefined;
  if (doubt !== undefined && counted !== 0) return undefined;
  const ends = usual ?? { low: low.value, high: high.value };
  const separate = separateTrials({ trials, subjects, metric: evidence.measure });
  const endAt = (side: 'low' | 'high', times: number) => {
    const level = 2 * (side === 'low' ? low : high).confidence - 1;
    const worth = effectiveTrialsOf(value, { low: ends[side], high: ends[side] }, level);
    return worth === undefined
      ? undefined
      : guardedEnds(value, { effective: worth * times, separate: separate * times }, level)[side];
  };
  const sample = { value, ...ends, errors: counted, trials, subjects, endAt };
  return trialsNeeded(sample, test, confidence);
}
