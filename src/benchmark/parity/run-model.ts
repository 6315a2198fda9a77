import type { ModelCard } from '../../catalog/model-card.js';
import type { LoadedModel } from '../../extraction/extraction.js';
import { type OpenModel, readModel } from '../../extraction/model-bytes.js';
import type { ReferencePhoto } from '../../extraction/reference-photos.js';
import { using } from '../../extraction/using.js';
import { openFaceDetector } from '../../faces/detectors/detectors.js';
import { openLandmarks68 } from '../../faces/landmarks-68.js';
import { type FaceTemplateModel, openTemplateModel, UnusableTemplate } from '../../faces/template-model.js';
import type { Picture } from '../../images/picture.js';
import { openPlateDetector } from '../../plates/detectors/detectors.js';
import type { PlateReading } from '../../plates/plate.js';
import { readPlate } from '../../plates/read-plate.js';
import { openPlateReader } from '../../plates/readers/readers.js';
import type { RenderedPlate } from '../../plates/synthetic/render-plate.js';
import type { FoundPlace } from './compare-places.js';

/** What a model is shown: photographs with faces, or drawn pictures with one plate each. */
export type Shown =
  | { readonly kind: 'faces'; readonly pictures: readonly ReferencePhoto[] }
  | { readonly kind: 'plates'; readonly pictures: readonly RenderedPlate[] };

/** What a model made of it. */
export type Seen =
  | { readonly kind: 'templates'; readonly templates: readonly Float32Array[] }
  | { readonly kind: 'places'; readonly places: readonly (readonly FoundPlace[])[] }
  | { readonly kind: 'readings'; readonly readings: readonly PlateReading[] };

/** Runs a model on everything that is shown, asked for at once so that passes on a device are as full as in a run. */
export async function runModel(model: LoadedModel<ModelCard>, open: OpenModel, shown: Shown): Promise<Seen> {
  const { card } = model;
  const network = () => open(model);
  switch (card.kind) {
    case 'face-template': {
      const opened = await openTemplateModel(card, network);
      return using(opened, async () => {
        const crops = facesOf(shown).flatMap(({ picture, faces }) =>
          faces.map((face) => opened.crop.cut(picture, face)),
        );
        const templates = await Promise.all(crops.map((crop) => templateOf(opened, crop)));
        return { kind: 'templates', templates };
      });
    }
    case 'face-detector': {
      const opened = await openFaceDetector(card, network);
      return using(opened, async () => places(facesOf(shown), ({ picture }) => opened.detect(picture)));
    }
    case 'face-landmarks': {
      const opened = await openLandmarks68(card, network);
      const locate = async ({ picture, faces }: ReferencePhoto) => {
        return Promise.all(faces.map(({ box }) => opened.locate(picture, { box, score: 1 })));
      };
      return using(opened, async () => places(facesOf(shown), locate));
    }
    case 'plate-detector': {
      const opened = await openPlateDetector(card, network);
      return using(opened, async () => places(platesOf(shown), ({ picture }) => opened.detect(picture)));
    }
    case 'plate-reader': {
      const { companions } = await readModel(model);
      const opened = await openPlateReader(card, network, companions);
      return using(opened, async () => {
        const read = platesOf(shown).map(({ picture, label }) => readPlate(picture, label, opened));
        return { kind: 'readings', readings: await Promise.all(read) };
      });
    }
  }
}

/** A face's template; of numbers that are none where the network gives no direction, which is like no other. */
async function templateOf(model: FaceTemplateModel, crop: Picture): Promise<Float32Array> {
  try {
    return (await model.template(crop)).values;
  } catch (thrown) {
    if (thrown instanceof UnusableTemplate) return new Float32Array(model.dimensions).fill(Number.NaN);
    throw thrown;
  }
}

async function places<P extends { readonly picture: Picture }>(
  pictures: readonly P[],
  find: (picture: P) => Promise<readonly FoundPlace[]>,
): Promise<Seen> {
  return { kind: 'places', places: await Promise.all(pictures.map(find)) };
}

function facesOf(shown: Shown): readonly ReferencePhoto[] {
  if (shown.kind !== 'faces') throw new RangeError('a face model is shown faces');
  return shown.pictures;
}

function platesOf(shown: Shown): readonly RenderedPlate[] {
  if (shown.kind !== 'plates') throw new RangeError('a plate model is shown plates');
  return shown.pictures;
}
