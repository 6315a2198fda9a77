import { FalsematchError } from '../../files/errors.js';
import { fmrAt } from '../../metrics/error-rates.js';
import { countSearches, withoutFailedSearches } from '../../metrics/identification/search.js';
import { rankScores } from '../../metrics/scores.js';
import { DEFAULT_REPLICATES } from '../../statistics/dependence/bootstrap.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import type { MetricRow } from '../metric-row.js';
import type { Place } from '../metric-rows.js';
import { galleryRows, type SearchLook, searchViewRows } from '../search/search-view-rows.js';
import { sidesOf } from '../task-scores.js';
import type { ScoreTable } from './parse-score-table.js';
import type { ScoreOptions } from './score-options.js';
import { searchTable } from './search-table.js';
import { usualTargets } from './usual-targets.js';

/** The figures of 1:N search: failures counted under the group "all", then failures excluded. */
export function searchFigures(table: ScoreTable, options: ScoreOptions): MetricRow[] {
  const { level = DEFAULT_LEVEL, seed = 1, replicates = DEFAULT_REPLICATES, galleryIsSample = false } = options;
  const { searches, gallerySamples } = searchTable(table);
  if (galleryIsSample && searches.gallerySubjects < 2) {
    throw new FalsematchError(`A gallery that is a sample needs at least two subjects; that of ${table.name} has one.`);
  }
  const targets = [...new Set(options.at ?? usualTargets(countSearches(searches, 'non-mated').searches))];
  const allPairs = options.calibration && rankScores(sidesOf(options.calibration.comparisons).nonMated, 'non-mated');
  const look: SearchLook = {
    targets,
    level,
    galleryIsSample,
    bootstrap: { replicates, seed },
    allPairsFmr: allPairs && ((threshold) => fmrAt(allPairs, threshold, level)),
  };
  const place: Place = { task: table.name, model: table.name, dataset: '', protocol: 'search', group: 'all' };
  return [
    ...galleryRows(place, searches, gallerySamples, level),
    ...searchViewRows(place, searches, look),
    ...searchViewRows({ ...place, group: 'failures-excluded' }, withoutFailedSearches(searches), look),
  ];
}
