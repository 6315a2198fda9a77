import type { Dataset } from '../../datasets/open-dataset.js';
import { numberFaces } from './face-numbering.js';
import { type ListedTask, outcomeOf, type PlannedComparison } from './protocol.js';
import { toExtract } from './to-extract.js';

/**
 * Non-mated comparisons without labels: nobody stands twice in one photo, so any two faces found in it are two people.
 * Faces of different photos are not compared, since they may be of one person.
 */
export function prepareCoOccurrence(dataset: Dataset): ListedTask {
  const samples = dataset.samples;
  return {
    samples: samples.map(toExtract),
    record: {},
    tables: {},
    compare: (extractions) => ({
      comparisons: samples.flatMap(({ id }, index) => {
        const extraction = extractions[index];
        if (extraction?.state !== 'ok') return [];
        const faces = numberFaces(id, extraction.faces);
        return faces.flatMap((a, i) =>
          faces.slice(i + 1).map(
            (b): PlannedComparison => ({
              a: a.id,
              b: b.id,
              subjectA: '',
              subjectB: '',
              mated: false,
              templates: [a.face.template, b.face.template],
              failure: '',
            }),
          ),
        );
      }),
      samples: samples.flatMap(({ id }, index) => {
        const extraction = extractions[index];
        return extraction ? [outcomeOf(id, '', extraction)] : [];
      }),
    }),
  };
}
