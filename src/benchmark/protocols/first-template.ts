/** What became of a sample, as far as comparing it is concerned. */
export type Templated =
  | { readonly state: 'ok'; readonly faces: readonly { readonly template: Float32Array }[] }
  | { readonly state: 'failed'; readonly reason: string };

/** The template of the one face that counts. Throws RangeError where there is none; what failed is not compared. */
export function firstTemplate(extraction: Templated | undefined): Float32Array {
  const face = extraction?.state === 'ok' ? extraction.faces[0] : undefined;
  if (!face) throw new RangeError('a sample without a template cannot be compared');
  return face.template;
}
