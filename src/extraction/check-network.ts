import type { FaceTemplateCard, ModelCard } from '../catalog/model-card.js';
import { checkTemplateModel, type TemplateSpread, whyCollapsed } from '../faces/check-template-model.js';
import { openFaceDetector } from '../faces/detectors/detectors.js';
import { openLandmarks68 } from '../faces/landmarks-68.js';
import { referencePictures } from '../faces/reference-pictures.js';
import { openTemplateModel } from '../faces/template-model.js';
import { FalsematchError } from '../files/errors.js';
import { openPlateDetector } from '../plates/detectors/detectors.js';
import { openPlateReader } from '../plates/readers/readers.js';
import type { LoadedModel } from './extraction.js';
import { openHere, readModel } from './model-bytes.js';
import type { ReferenceFace } from './reference-faces.js';
import { using } from './using.js';

/** How far apart a model holds pictures of different things; photographed faces where there are any here. */
export interface MeasuredTemplates {
  readonly drawn: TemplateSpread;
  readonly faces?: TemplateSpread;
}

/** What a network does on pictures whose content does not matter. */
export type NetworkCheck =
  | { readonly state: 'ok'; readonly templates?: MeasuredTemplates }
  /** It does not open, or does not fit its card. */
  | { readonly state: 'wrong'; readonly detail: string }
  | { readonly state: 'collapsed'; readonly detail: string; readonly templates: MeasuredTemplates };

const DRAWN = 'pictures that have nothing in common';

/** A reader is asked for a plate as wide as those of Europe. */
const PLATE_ASPECT = 520 / 112;

/**
 * Opens a model's network and runs it on reference pictures, in the calling thread on the processor. What does not open, or
 * gives something else than its card says, is "wrong"; a template model that sees no difference is "collapsed".
 */
export async function checkNetwork(
  model: LoadedModel<ModelCard>,
  faces: readonly ReferenceFace[] = [],
): Promise<NetworkCheck> {
  try {
    const { card } = model;
    if (card.kind === 'face-template') return judged(await measure({ ...model, card }, faces));
    await runOnce(model);
    return { state: 'ok' };
  } catch (thrown) {
    if (thrown instanceof FalsematchError) return { state: 'wrong', detail: thrown.message.replace(/\.$/, '') };
    throw thrown;
  }
}

/**
 * Why a template model is of no use, as the end of a sentence; undefined when it sees differences. A run asks this of every
 * model, and must not depend on what else is on the machine, so only the drawn pictures are asked.
 * Throws FalsematchError when the model does not open or does not fit its card.
 */
export async function collapseOf(model: LoadedModel<FaceTemplateCard>): Promise<string | undefined> {
  const { drawn } = await measure(model, []);
  return drawn.state === 'collapsed' ? whyCollapsed(drawn, DRAWN) : undefined;
}

async function measure(
  model: LoadedModel<FaceTemplateCard>,
  faces: readonly ReferenceFace[],
): Promise<MeasuredTemplates> {
  const { card } = model;
  const templates = await openTemplateModel(card, () => openHere(model));
  return using(templates, async () => {
    const drawn = await checkTemplateModel(templates, card.name, referencePictures(...card.input.size));
    if (faces.length < 2) return { drawn };
    const crops = faces.map(({ picture, face }) => templates.crop.cut(picture, face));
    return { drawn, faces: await checkTemplateModel(templates, card.name, crops) };
  });
}

function judged(templates: MeasuredTemplates): NetworkCheck {
  const { drawn, faces } = templates;
  const detail =
    faces?.state === 'collapsed'
      ? whyCollapsed(faces, 'photographed faces')
      : drawn.state === 'collapsed' && whyCollapsed(drawn, DRAWN);
  return detail ? { state: 'collapsed', detail, templates } : { state: 'ok', templates };
}

/** One pass of a model that gives no template; its outputs are checked by what reads them. */
async function runOnce(model: LoadedModel<ModelCard>): Promise<unknown> {
  const { card } = model;
  const open = () => openHere(model);
  const picture = referencePictures(320, 240)[0]!;
  switch (card.kind) {
    case 'face-detector':
    case 'plate-detector': {
      const detector = await (card.kind === 'face-detector'
        ? openFaceDetector(card, open)
        : openPlateDetector(card, open));
      return using(detector, () => detector.detect(picture));
    }
    case 'face-landmarks': {
      const landmarks = await openLandmarks68(card, open);
      return using(landmarks, () => landmarks.locate(picture, { box: [40, 20, 280, 220], score: 1 }));
    }
    case 'plate-reader': {
      const reader = await openPlateReader(card, open, (await readModel(model)).companions);
      return using(reader, () => reader.read(referencePictures(...reader.cropSize(PLATE_ASPECT))[0]!));
    }
    default:
      throw new RangeError(`${card.kind} is measured`);
  }
}
