import type { CompoundDataset, TemplateSet } from '../../datasets/template-sets.js';
import type { ExtractedFace, Extraction, ExtractionSample } from '../../extraction/extraction.js';
import { failedExtraction } from '../../extraction/extraction.js';
import { unitLength } from '../../faces/template-model.js';
import type { LeftOut, TemplatePictures } from '../../results/left-out-table.js';
import type { FusionWeight } from '../suite.js';
import { type FaceTask, outcomeOf, type PreparedTask } from './protocol.js';
import { toExtract } from './to-extract.js';

/** Where the samples of a compound one lie among those that are extracted, by medium. */
interface Members {
  readonly template: string;
  /** False where the dataset has no such template. */
  readonly known: boolean;
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
    if (!set) return { template, known: false, media: [[add(sample)]] };
    const media = set.media.map((medium) => medium.map((one) => add(asSeen(one, sample))));
    return { template, known: true, media };
  });
  const fuse = (extractions: readonly Extraction[]): Extraction[] =>
    members.map(({ media }) =>
      fuseMedia(
        media.map((medium) => medium.map((at) => extractionAt(extractions, at))),
        weight,
      ),
    );
  const prepared: PreparedTask = {
    ...task,
    samples,
    record: { ...task.record, fusion: recordOf(task.samples, sets, weight) },
    tables: { ...task.tables, templates: templatesOf(task.samples, sets) },
  };
  const leftOut = (extractions: readonly Extraction[]) => leftOutOf(members, samples, extractions);
  if ('compare' in task) {
    return { ...prepared, compare: (found) => ({ ...task.compare(fuse(found)), leftOut: leftOut(found) }) };
  }
  return {
    ...prepared,
    measure: async (found, options) => ({ ...(await task.measure(fuse(found), options)), leftOut: leftOut(found) }),
  };
}

/** Every template that the dataset has, with the number of its pictures. */
function templatesOf(samples: readonly ExtractionSample[], sets: CompoundDataset['sets']): TemplatePictures[] {
  return samples.flatMap(({ id }) => {
    const pictures = sets.get(id)?.media.flat() ?? [];
    return pictures.length === 0
      ? []
      : [{ template: id, subject: pictures[0]?.subject ?? '', pictures: pictures.length }];
  });
}

/** The pictures that gave no template, and why; a template that the dataset does not have has no pictures. */
function leftOutOf(
  members: readonly Members[],
  samples: readonly ExtractionSample[],
  extractions: readonly Extraction[],
): LeftOut[] {
  return members.flatMap(({ template, known, media }) =>
    media.flat().flatMap((at): LeftOut[] => {
      const picture = samples[at]?.id ?? '';
      const { failure } = outcomeOf(picture, '', extractions[at]);
      return known && failure !== '' ? [{ template, picture, failure }] : [];
    }),
  );
}

/** A member is seen as its template is. */
function asSeen(member: TemplateSet['media'][number][number], { condition }: ExtractionSample): ExtractionSample {
  return { ...toExtract(member), ...(condition ? { condition } : {}) };
}

function recordOf(samples: readonly ExtractionSample[], sets: CompoundDataset['sets'], weight: FusionWeight) {
  const taking = samples.flatMap(({ id }) => sets.get(id) ?? []);
  return {
    templates: taking.length,
    media: taking.reduce((sum, { media }) => sum + media.length, 0),
    samples: taking.reduce((sum, { media }) => sum + media.flat().length, 0),
    weight,
  };
}

function fuseMedia(media: readonly (readonly Extraction[])[], weight: FusionWeight): Extraction {
  const all = media.flat();
  const faces = all.flatMap((one) => (one.state === 'ok' && one.faces[0] ? [one.faces[0]] : []));
  const [first] = faces;
  if (!first) return all.find((one) => one.state === 'failed') ?? failedExtraction('missing', 'it has no picture');
  if (all.length === 1) return all[0] as Extraction;
  const sum = new Float64Array(first.template.length);
  for (const medium of media) {
    const own = medium.flatMap((one) => (one.state === 'ok' && one.faces[0] ? [one.faces[0]] : []));
    for (const face of own) {
      const share = weightOf(face, weight) / own.length;
      for (let k = 0; k < sum.length; k++) sum[k]! += share * face.template[k]!;
    }
  }
  const fused = unitLength(sum);
  if (!fused) return failedExtraction('bad-template', 'the templates of its pictures cancel each other out');
  const mean = (value: (face: ExtractedFace) => number) =>
    Number((faces.reduce((total, face) => total + value(face), 0) / faces.length).toPrecision(4));
  const quality = {
    size: mean((face) => face.quality.size),
    sharpness: mean((face) => face.quality.sharpness),
    brightness: mean((face) => face.quality.brightness),
    norm: mean((face) => face.quality.norm),
  };
  const { box, points } = first;
  return { state: 'ok', faces: [{ box, points, score: mean((face) => face.score), quality, template: fused.values }] };
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
