import type { AnyExtraction } from '../extraction/extraction.js';
import type { SpeedFailure } from './speed-report.js';

/** How many templates or read plates a picture gave, and why none where it gave none. */
export function resultsOf(extraction: AnyExtraction | undefined): {
  readonly results: number;
  readonly failure?: SpeedFailure;
} {
  if (extraction === undefined) return { results: 0, failure: 'missing' };
  if (extraction.state === 'failed') return { results: 0, failure: extraction.reason };
  if ('faces' in extraction) return { results: extraction.faces.length };
  const results = extraction.plates.filter(({ reading }) => reading !== undefined).length;
  return results === 0 ? { results, failure: 'no-plate' } : { results };
}
