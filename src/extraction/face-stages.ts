import { UnalignableFace } from '../faces/align.js';
import type { ModelCrop } from '../faces/crops.js';
import { type FaceTemplateModel, openTemplateModel, UnusableTemplate } from '../faces/template-model.js';
import type { Picture } from '../images/picture.js';
import { type ExtractedFace, type Extraction, type FaceSystem, failedExtraction } from './extraction.js';
import { givenFaces, openFinder, type PointedFace } from './face-finder.js';
import { cropQuality, faceQuality } from './face-quality.js';
import { type OpenModel, openHere } from './model-bytes.js';
import { addStage, type StageTimes } from './stage-times.js';
import type { OpenSystems } from './stages.js';

/** Opens one network session each for the detector and every model of `systems`, where `open` opens them: in the calling thread, if nothing is said. */
export async function openFaceSystems(
  systems: readonly FaceSystem[],
  open: OpenModel = openHere,
): Promise<OpenSystems<Extraction>> {
  const first = systems[0];
  if (!first) throw new RangeError('openFaceSystems needs at least one system');
  const finder = first.policy === 'given' ? givenFaces() : await openFinder(first, open);
  const models: FaceTemplateModel[] = [];
  for (const { model, flipSum } of systems) {
    models.push(await openTemplateModel(model.card, () => open(model), { flipSum }));
  }

  return {
    async extract(picture, wanted, times, { face } = {}) {
      const start = performance.now();
      const faces = await finder.find(picture, face);
      addStage(times, 'detect', start);
      if ('state' in faces) return wanted.map(() => faces);
      const crops = new Map<string, readonly AlignedFace[] | Extraction>();
      const extractions: Extraction[] = [];
      for (const index of wanted) {
        const model = models[index];
        if (!model) throw new RangeError(`there is no system ${index}`);
        const aligned = crops.get(model.crop.name) ?? alignFaces(picture, faces, model.crop, times);
        crops.set(model.crop.name, aligned);
        extractions.push('state' in aligned ? aligned : await templatesOf(model, faces, aligned, times));
      }
      return extractions;
    },
    async findFace(picture, marked) {
      const faces = await finder.find(picture, marked);
      return 'state' in faces ? undefined : faces[0]?.points;
    },
    async release() {
      await finder.release();
      for (const model of models) await model.release();
    },
  };
}

/** A face in the crop that a model takes, measured once for all models that take the same. */
interface AlignedFace {
  readonly crop: Picture;
  readonly quality: ReturnType<typeof cropQuality>;
}

function alignFaces(
  picture: Picture,
  faces: readonly PointedFace[],
  crop: ModelCrop,
  times: StageTimes,
): readonly AlignedFace[] | Extraction {
  const start = performance.now();
  try {
    return faces.map((face) => {
      const aligned = crop.cut(picture, face);
      return { crop: aligned, quality: cropQuality(aligned) };
    });
  } catch (thrown) {
    if (thrown instanceof UnalignableFace) return failedExtraction('unalignable', thrown.message);
    throw thrown;
  } finally {
    addStage(times, 'warp', start);
  }
}

async function templatesOf(
  model: FaceTemplateModel,
  faces: readonly PointedFace[],
  aligned: readonly AlignedFace[],
  times: StageTimes,
): Promise<Extraction> {
  const start = performance.now();
  try {
    const extracted: ExtractedFace[] = [];
    for (const [index, face] of faces.entries()) {
      const seen = aligned[index];
      if (!seen) continue;
      const { values, norm } = await model.template(seen.crop);
      extracted.push({ ...face, quality: faceQuality(face.points, seen.quality, norm), template: values });
    }
    return { state: 'ok', faces: extracted };
  } catch (thrown) {
    if (thrown instanceof UnusableTemplate) return failedExtraction('bad-template', thrown.message);
    throw thrown;
  } finally {
    addStage(times, 'template', start);
  }
}
