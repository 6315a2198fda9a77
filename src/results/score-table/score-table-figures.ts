import { FalsematchError, unknownName } from '../../files/errors.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import type { MetricRow } from '../metric-row.js';
import type { ScoreTable } from './parse-score-table.js';
import type { ScoreOptions } from './score-options.js';
import { searchFigures } from './search-figures.js';
import { verificationFigures } from './verification-figures.js';

/**
 * Every figure of a table of scores, as the tidy rows of a run: of 1:1 verification, or of 1:N searches with
 * `search: true`. In the rows `task` and `model` are the table's name. Computed from the table, the options and the seed alone.
 * Throws for options that the table has no names for, and for what the metrics refuse.
 */
export function scoreTableFigures(table: ScoreTable, options: ScoreOptions = {}): MetricRow[] {
  checkDraws(options);
  if (options.search) return searchFigures(table, options);
  checkNames(table, options);
  return verificationFigures(table, options);
}

/** The 1,000 permutations of Doddington's zoo have no ends of an interval above this level. */
const HIGHEST_LEVEL = 0.998;
const MOST_REPLICATES = 1_000_000;

function checkDraws({ replicates, level = DEFAULT_LEVEL, seed = 1 }: ScoreOptions): void {
  if (!(level > 0 && level <= HIGHEST_LEVEL)) {
    throw new FalsematchError(`The level must be above 0 and at most ${HIGHEST_LEVEL}, found ${level}.`);
  }
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new FalsematchError(`The seed must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, found ${seed}.`);
  }
  if (replicates === undefined) return;
  // With fewer no percentile interval has ends, and another one would silently take its place.
  const least = Math.ceil(2 / (1 - level) - 1 - 1e-6);
  if (Number.isSafeInteger(replicates) && replicates >= least && replicates <= MOST_REPLICATES) return;
  throw new FalsematchError(
    `A bootstrap at level ${level} takes from ${least} to ${MOST_REPLICATES} replicates, found ${replicates}.`,
  );
}

function checkNames({ name, comparisons }: ScoreTable, { twoLevel, subjects, groups = [] }: ScoreOptions): void {
  const named = comparisons.some(({ subjectA, subjectB }) => subjectA !== '' && subjectB !== '');
  if (twoLevel && !(named && comparisons.every(({ a, b }) => a !== '' && b !== ''))) {
    throw new FalsematchError(
      `A bootstrap of subjects and their samples needs the columns a, b, subject_a and subject_b, which ${name} does not have.`,
    );
  }
  if (groups.length === 0) return;
  if (!named)
    throw new FalsematchError(`Groups need the columns subject_a and subject_b, which ${name} does not have.`);
  for (const attribute of groups.flat()) {
    if (!subjects?.attributes.includes(attribute)) {
      throw unknownName('attribute of the subjects', attribute, subjects?.attributes ?? []);
    }
  }
  if (
    comparisons.some(({ subjectA, subjectB }) => subjects?.subjects.has(subjectA) || subjects?.subjects.has(subjectB))
  )
    return;
  throw new FalsematchError(
    `The table of subjects has none of the subjects of ${name}; check that they are called alike.`,
  );
}
