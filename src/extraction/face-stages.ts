import { UnalignableFace } from '../faces/align.js';
import { chooseFaces } from '../faces/choose-face.js';
import type { ModelCrop } from '../faces/crops.js';
import { type FaceDetector, openFaceDetector } from '../faces/detectors/detectors.js';
import { type FaceTemplateModel, openTemplateModel } from '../faces/template-model.js';
import { FalsematchError } from '../files/errors.js';
import type { Picture } from '../images/picture.js';
import { type ExtractedFace, type Extraction, type FaceSystem, failedExtraction } from './extraction.js';
import { cropQuality, faceQuality } from './face-quality.js';
import { type OpenModel, openHere } from './model-bytes.js';
import { addStage, noStageTimes, type StageTimes } from './stage-times.js';
import type { OpenSystems } from './stages.js';

/** Opens one network session each for the detector and every model of `systems`, where `open` opens them: in the calling thread, if nothing is said. */
export async function openFaceSystems(
  systems: readonly FaceSystem[],
  open: OpenModel = openHere,
): Promise<OpenSystems<Extraction>> {
  const first = systems[0];
  if (!first) throw new RangeError('openFaceSystems needs at least one system');
  const { detector: finder, landmarks: placer } = first;
  const landmarks = placer && { card: placer.card, open: () => open(placer) };
  const detector = await openFaceDetector(finder.card, () => open(finder), landmarks);
  const models: FaceTemplateModel[] = [];
  for (const { model, flipSum } of systems) {
    models.push(await openTemplateModel(model.card, () => open(model), { flipSum }));
  }

  return {
    async extract(picture, wanted, times) {
      const faces = await findFaces(detector, picture, first, times);
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
    async findFace(picture) {
      const faces = await findFaces(detector, picture, first, noStageTimes());
      return 'state' in faces ? undefined : faces[0]?.points;
    },
    async release() {
      await detector.release();
      for (const model of models) await model.release();
    },
  };
}

/** A chosen face whose five points are known. */
type PointedFace = Omit<ExtractedFace, 'quality' | 'template'>;

/** A face in the crop that a model takes, measured once for all models that take the same. */
interface AlignedFace {
  readonly crop: Picture;
  readonly quality: ReturnType<typeof cropQuality>;
}

async function findFaces(
  detector: FaceDetector,
  picture: Picture,
  system: FaceSystem,
  times: StageTimes,
): Promise<readonly PointedFace[] | Extraction> {
  const start = performance.now();
  const chosen = chooseFaces(await detector.detect(picture), system.policy, picture);
  addStage(times, 'detect', start);
  if (chosen.length === 0) return failedExtraction('no-face', `${system.detector.card.name} found no face`);
  return chosen.map(({ box, score, points }) => {
    if (points) return { box, score, points };
    throw new FalsematchError(
      `The detector ${system.detector.card.name} gives no points; name a model that finds them as "landmarks" in its card.`,
    );
  });
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
    if (thrown instanceof FalsematchError) return failedExtraction('bad-template', thrown.message);
    throw thrown;
  } finally {
    addStage(times, 'template', start);
  }
}
