import { count, levelText } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { ScoreTable } from '../results/score-table/parse-score-table.js';
import type { ScoreOptions } from '../results/score-table/score-options.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';

import { searchLines } from './search-lines.js';
import { verificationLines } from './verification-lines.js';
import { wrap } from './wrap.js';

/** What `falsematch scores` prints: the figures of a table of scores, and what they take for granted. */
export function scoreLines(table: ScoreTable, rows: readonly MetricRow[], options: ScoreOptions): string[] {
  const level = levelText(options.level ?? DEFAULT_LEVEL);
  return [
    ...(options.search ? searchHeading(table, rows, options, level) : verificationHeading(table, level)),
    ...(options.search ? searchLines(rows, options) : verificationLines(table, rows, options)),
    '',
    ...wrap(
      `A match is a score at or above the threshold. Scores are taken as float32, about 7 digits${table.roundedTogether === 0 ? '' : `; ${count(table.roundedTogether)} that differ in the file became equal to another one by that`}.`,
    ),
    ...(options.search
      ? []
      : wrap(
          `Thresholds are set on these data (self-calibrated)${options.calibration ? ', but where the heading says who else set them' : ''}.`,
        )),
  ];
}

function verificationHeading({ name, comparisons }: ScoreTable, level: string): string[] {
  const mated = comparisons.filter((comparison) => comparison.mated).length;
  const failed = comparisons.filter(({ score }) => score === undefined).length;
  const subjects = new Set(comparisons.flatMap(({ subjectA, subjectB }) => [subjectA, subjectB]));
  subjects.delete('');
  const named = comparisons.some(({ a }) => a !== '');
  const knowing =
    subjects.size > 0
      ? `that know that comparisons share people (${count(subjects.size)} subjects)`
      : named
        ? 'that know that comparisons share samples; who is on them nobody says, so they may be too narrow'
        : 'as if comparisons were independent, since nobody is named: where people share comparisons they are too narrow';
  return [
    ...wrap(
      `${name}, 1:1: ${count(mated)} mated and ${count(comparisons.length - mated)} non-mated comparisons${failed > 0 ? `, ${count(failed)} failed` : ''}`,
    ),
    ...wrap(`${level} intervals ${knowing}`),
  ];
}

function searchHeading(
  { name }: ScoreTable,
  rows: readonly MetricRow[],
  { galleryIsSample }: ScoreOptions,
  level: string,
): string[] {
  const value = (metric: string) => count(rows.find((row) => row.metric === metric)?.value ?? 0);
  const trials = (metric: string) => count(rows.find((row) => row.metric === metric)?.trials ?? 0);
  return [
    ...wrap(
      `${name}, 1:N: ${trials('failed-mated-searches')} mated and ${trials('failed-non-mated-searches')} non-mated searches in a gallery of ${value('gallery-size')} subjects (${value('gallery-samples')} samples)`,
    ),
    ...wrap(
      `${level} intervals by probe subject${galleryIsSample ? ' and gallery subject, the gallery being a sample of galleries' : ', for this very gallery'}`,
    ),
  ];
}
