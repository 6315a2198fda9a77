import type { Animals, SpreadTest } from '../metrics/zoo/animals.js';
import type { Chance } from '../metrics/zoo/chance.js';
import { doddingtonZoo } from '../metrics/zoo/zoo.js';
import type { GroupContext } from './group-rows.js';
import type { JudgedTask } from './judged.js';
import type { MetricRow } from './metric-row.js';
import { baseRow, type Place } from './metric-rows.js';

/**
 * The rows of Doddington's zoo at a threshold: which share of the ends of false matches the worst 1% and 10% of subjects
 * carry, and how far subjects differ in misses (goats) and in false matches (lambs or wolves, which a list of pairs cannot
 * tell apart), each beside what chance gives.
 */
export function zooRows(place: Place, judged: JudgedTask, { at, seed, level }: GroupContext): MetricRow[] {
  const { mated, nonMated, threshold } = judged;
  const sides = { mated: { ...mated, scores: undefined }, nonMated: { ...nonMated, scores: undefined } };
  const zoo = zooOf(judged, sides, { seed, level });
  const row = (metric: string) => baseRow(place, { metric, at, threshold, calibration: 'self' });
  return [
    ...concentrationRows(row, zoo.concentration),
    ...errorSpreadRows(row, 'goats', zoo.goats),
    ...errorSpreadRows(row, 'lambs-or-wolves', zoo.lambsOrWolves),
  ];
}

/** The rows that need no threshold: how far subjects differ in their mated and in their non-mated scores. */
export function scoreSpreadRows(place: Place, judged: JudgedTask, drawn: Omit<GroupContext, 'at'>): MetricRow[] {
  const zoo = zooOf(judged, judged, drawn);
  const row = (metric: string) => baseRow(place, { metric });
  return [
    ...spreadRows(row, 'goats-score-spread', zoo.goats.byScores),
    ...spreadRows(row, 'lambs-or-wolves-score-spread', zoo.lambsOrWolves.byScores),
  ];
}

function zooOf(
  { labels }: JudgedTask,
  { mated, nonMated }: Pick<JudgedTask, 'mated' | 'nonMated'>,
  { seed, level }: Omit<GroupContext, 'at'>,
) {
  const zoo = doddingtonZoo({ subjects: labels.length, mated, nonMated, directed: false }, { seed, level });
  // Comparisons of a list have no direction, so there is one kind of false match.
  const { falselyMatched } = zoo;
  return { ...zoo, lambsOrWolves: falselyMatched.directed ? falselyMatched.wolves : falselyMatched.lambsOrWolves };
}

type NewRow = (metric: string) => MetricRow;

function concentrationRows(row: NewRow, concentration: ReturnType<typeof doddingtonZoo>['concentration']): MetricRow[] {
  if (concentration.state === 'unavailable') {
    return [{ ...row('false-match-share'), resolvable: `no: ${concentration.reason}` }];
  }
  return concentration.worst.flatMap(({ part, subjects, endpoints, share, chance }) => {
    const metric = `false-match-share-worst-${part * 100}%`;
    const trials = 2 * concentration.falseMatches;
    const main = { ...row(metric), value: share, errors: endpoints, trials, over: 'ends of false matches', subjects };
    return [main, ...chanceRows(row, metric, chance)];
  });
}

function errorSpreadRows(row: NewRow, name: string, { byErrors, errors, trials, subjects }: Animals): MetricRow[] {
  const metric = `${name}-spread`;
  return spreadRows(row, metric, byErrors).map((one) =>
    one.metric === metric ? { ...one, errors, trials, over: 'comparisons', subjects } : one,
  );
}

function spreadRows(row: NewRow, metric: string, test: SpreadTest): MetricRow[] {
  if (test.state === 'unavailable') return [{ ...row(metric), resolvable: `no: ${test.reason}` }];
  return [{ ...row(metric), value: test.spread }, ...chanceRows(row, metric, test.chance)];
}

function chanceRows(row: NewRow, metric: string, { median, low, high, level, pValue }: Chance): MetricRow[] {
  return [
    { ...row(`${metric}-by-chance`), value: median, low, high, level, method: 'permutation' },
    { ...row(`${metric}-p`), value: pValue, method: 'permutation' },
  ];
}
