import type { Extraction } from '../../extraction/extraction.js';

/** The template of the one face that counts. Throws RangeError where there is none; what failed is not compared. */
export function firstTemplate(extraction: Extraction | undefined): Float32Array {
  const face = extraction?.state === 'ok' ? extraction.faces[0] : undefined;
  if (!face) throw new RangeError('a sample without a template cannot be compared');
  return face.template;
}
