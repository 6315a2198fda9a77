import { count } from '../results/figure-text.js';
import type { TaskRecord } from '../results/run-record.js';

const WEIGHTS: Readonly<Record<NonNullable<TaskRecord['fusion']>['weight'], string>> = {
  plain: 'every picture counts alike',
  score: 'a picture counts by the score with which its face was found or marked',
  'score-norm':
    "a picture counts by the score with which its face was found or marked and by its template's length before it was scaled",
};

/** What a template is that several pictures make; empty where each is of one picture. */
export function fusionText({ fusion }: Pick<TaskRecord, 'fusion'>): string {
  if (!fusion) return '';
  const { templates, media, samples, weight } = fusion;
  return ` What is compared are ${count(templates)} templates of ${count(samples)} pictures: a template is the mean of its media (${count(media)} in all), each the mean of its pictures, where ${WEIGHTS[weight]}. A picture without a template of its own is left out of the mean; a template has failed when all of its pictures have, and counts as a picture does.`;
}
