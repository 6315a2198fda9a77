import type { CompoundDataset, TemplateSet } from '../../datasets/template-sets.js';
import type { ExtractedFace, Extraction, ExtractionSample } from '../../extraction/extraction.js';
import { failedExtraction } from '../../extraction/extraction.js';
import { unitLength } from '../../faces/template-model.js';
import type { LeftOut } from '../../results/left-out-table.js';
import { mean, sum } from '../../statistics/mean.js';
import type { FusionWeight } from '../suite.js';
import { type FaceTask, outcomeOf, type PreparedTask } from './protocol.js';
import { toExtract } from './to-extract.js';

/** Where the samples of a compound one lie among those that are extracted, by medium. */
interface Members {
  readonly template: string;
  readonly media: readonly (readonly number[])[];
}

/**
 * A task whose samples are templates of several pictures, as a task of the pictures: a template is the mean of its media,
 * each the mean of its pictures' templates, scaled to unit length. A picture that gave no template is left out of the
 * mean; a template of which no picture gave one has failed, for the reason of its first.
 */
export function fuseTemplates(task: FaceTask, { sets }: CompoundDataset, weight: FusionWeight): FaceTask {
  const samples: ExtractionSample[] = [];
  const members = task.samples.map((sample): Members => {
    const add = (one: ExtractionSample): number => samples.push(one) - 1;
    const set = sets.get(sample.id);
    const template = sample.id;
    if (!set) return { template, media: [[add(sample)]] };
    return { template, media: set.media.map((medium) => medium.map((one) => add(asSeen(one, sample)))) };
  });
  const fuse = (extractions: readonly Extraction[]): Extraction[] =>
    members.map(({ media }) =>
      fuseMedia(
        media.map((medium) => medium.map((at) => extractionAt(extractions, at))),
        weight,
      ),
    );
  // What the dataset does not have is a template that fails, and no picture.
  const known = members.filter(({ template }) => sets.has(template));
  const templates = known.map(({ template, media }) => ({
    template,
    subject: sets.get(template)?.media[0]?.[0]?.subject ?? '',
    pictures: media.flat().length,
  }));
  const fusion = {
    templates: templates.length,
    media: sum(known.map(({ media }) => media.length)),
    samples: sum(templates.map(({ pictures }) => pictures)),
    weight,
  };
  const prepared: PreparedTask = {
    ...task,
    samples,
    record: { ...task.record, fusion },
    tables: { ...task.tables, templates },
  };
  const leftOut = (extractions: readonly Extraction[]) => leftOutOf(known, samples, extractions);
  if ('compare' in task) {
    return { ...prepared, compare: (found) => ({ ...task.compare(fuse(found)), leftOut: leftOut(found) }) };
  }
  return {
    ...prepared,
    measure: async (found, options) => ({ ...(await task.measure(fuse(found), options)), leftOut: leftOut(found) }),
  };
}

/** The pictures that gave no template, and why. */
function leftOutOf(
  members: readonly Members[],
  samples: readonly ExtractionSample[],
  extractions: readonly Extraction[],
): LeftOut[] {
  return members.flatMap(({ template, media }) =>
    media.flat().flatMap((at): LeftOut[] => {
      const picture = samples[at]?.id ?? '';
      const { failure } = outcomeOf(picture, '', extractions[at]);
      return failure !== '' ? [{ template, picture, failure }] : [];
    }),
  );
}

/** A member is seen as its template is. */
function asSeen(member: TemplateSet['media'][number][number], { condition }: ExtractionSample): ExtractionSample {
  return { ...toExtract(member), ...(condition ? { condition } : {}) };
}

function fuseMedia(media: readonly (readonly Extraction[])[], weight: FusionWeight): Extraction {
  const all = media.flat();
  const faces = facesOf(all);
  const [first] = faces;
  if (!first) return all.find((one) => one.state === 'failed') ?? failedExtraction('missing', 'it has no picture');
  if (all.length === 1) return all[0] as Extraction;
  const total = new Float64Array(first.template.length);
  for (const medium of media) {
    const own = facesOf(medium);
    for (const face of own) {
      const share = weightOf(face, weight) / own.length;
      for (let k = 0; k < total.length; k++) total[k]! += share * face.template[k]!;
    }
  }
  const fused = unitLength(total);
  if (!fused) return failedExtraction('bad-template', 'the templates of its pictures cancel each other out');
  const meanOf = (value: (face: ExtractedFace) => number) => Number(mean(faces.map(value)).toPrecision(4));
  const quality = {
    size: meanOf((face) => face.quality.size),
    sharpness: meanOf((face) => face.quality.sharpness),
    brightness: meanOf((face) => face.quality.brightness),
    norm: meanOf((face) => face.quality.norm),
  };
  const { box, points } = first;
  return {
    state: 'ok',
    faces: [{ box, points, score: meanOf((face) => face.score), quality, template: fused.values }],
  };
}

/** The face of each picture that has one. */
function facesOf(pictures: readonly Extraction[]): ExtractedFace[] {
  return pictures.flatMap((one) => (one.state === 'ok' && one.faces[0] ? [one.faces[0]] : []));
}

function weightOf({ score, quality }: ExtractedFace, weight: FusionWeight): number {
  if (weight === 'plain') return 1;
  return weight === 'score' ? score : score * quality.norm;
}

function extractionAt(extractions: readonly Extraction[], index: number): Extraction {
  const extraction = extractions[index];
  if (!extraction) throw new RangeError(`there is no extraction ${index}`);
  return extraction;
}
