import type { Dataset } from '../../datasets/open-dataset.js';
import type { ExtractedFace, Extraction, ExtractionSample } from '../../extraction/extraction.js';
import { type Box, overlapOf } from '../../images/box.js';
import { numberFaces } from './face-numbering.js';
import { type ListedTask, outcomeOf, type PlannedComparison } from './protocol.js';
import { toExtract } from './to-extract.js';

/** Two boxes that overlap by at least this much are of one face. */
const SAME_FACE = 0.5;

/**
 * Mated comparisons without labels: each face against itself in a picture of the picture, smaller and compressed again.
 * A face that is not found again is a failure and counts as a non-match.
 */
export function prepareRecapture(
  dataset: Dataset,
  capture: { readonly scale: number; readonly jpegQuality: number },
): ListedTask {
  const originals = dataset.samples.map(toExtract);
  const copies = originals.map(
    (sample): ExtractionSample => ({
      ...sample,
      id: `${sample.id}@recapture`,
      condition: { steps: [{ step: 'recapture', ...capture }], seed: 0 },
    }),
  );
  const samples = [...originals, ...copies];
  return {
    samples,
    record: {},
    tables: {},
    compare(extractions) {
      return {
        comparisons: originals.flatMap(({ id }, index) =>
          compareWithCopy(id, extractions[index], extractions[originals.length + index], capture.scale),
        ),
        samples: samples.flatMap(({ id }, index) => {
          const extraction = extractions[index];
          return extraction ? [outcomeOf(id, '', extraction)] : [];
        }),
      };
    },
  };
}

function compareWithCopy(
  id: string,
  original: Extraction | undefined,
  copy: Extraction | undefined,
  scale: number,
): PlannedComparison[] {
  if (original?.state !== 'ok') return [];
  const candidates = copy?.state === 'ok' ? [...copy.faces] : [];
  const reason = copy?.state === 'failed' ? copy.reason : 'no-face';
  return numberFaces(id, original.faces).map(({ id: name, face }) => {
    const again = takeSameFace(face, candidates, scale);
    const pair = { a: name, b: `${name}@recapture`, subjectA: '', subjectB: '', mated: true };
    return again
      ? { ...pair, templates: [face.template, again.template], failure: '' }
      : { ...pair, failure: `b:${reason}` };
  });
}

/** Finds the face that stands where `face` stood, and takes it out of the candidates. */
function takeSameFace(face: ExtractedFace, candidates: ExtractedFace[], scale: number): ExtractedFace | undefined {
  const expected: Box = [face.box[0] * scale, face.box[1] * scale, face.box[2] * scale, face.box[3] * scale];
  let best = -1;
  let bestOverlap = SAME_FACE;
  for (const [index, { box }] of candidates.entries()) {
    const share = overlapOf(expected, box);
    if (share >= bestOverlap) [best, bestOverlap] = [index, share];
  }
  return best < 0 ? undefined : candidates.splice(best, 1)[0];
}
