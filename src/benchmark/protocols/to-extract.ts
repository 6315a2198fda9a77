import type { Sample } from '../../datasets/sample.js';
import type { ExtractionSample } from '../../extraction/extraction.js';

/** What extraction needs of a dataset's sample. */
export function toExtract({ id, path, sha256, face }: Sample): ExtractionSample {
  return { id, ...(path !== undefined && sha256 !== undefined ? { path, sha256 } : {}), ...(face ? { face } : {}) };
}
