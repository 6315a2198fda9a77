import { FalsematchError } from '../files/errors.js';
import type { Picture } from '../images/picture.js';
import { cosine } from './cosine.js';
import type { FaceTemplateModel } from './template-model.js';

/** How alike a model finds pictures that are of nothing alike. */
export interface TemplateSpread {
  readonly state: 'ok' | 'collapsed';
  readonly pictures: number;
  /** The lowest cosine between the templates of any two of them. */
  readonly lowest: number;
}

/**
 * A model is collapsed when no two of the pictures have a lower cosine than this. Measured on the drawn reference pictures:
 * the one collapsed file that is known has 0.996; of seven that work, the one whose cosines are high by nature has 0.89, all others
 * less than 0.1. Between the 22 faces of six group photos the same two have 0.999 and 0.81.
 */
export const COLLAPSED_ABOVE = 0.99;

/** The same picture must give the same template: less than this is not a matter of last bits. */
const SAME_ABOVE = 0.999;

/**
 * Runs a template model on pictures of its crop's size that show different things, and says whether it tells them apart.
 * Throws FalsematchError when an output does not fit the card, or when the same picture gives another template each time.
 */
export async function checkTemplateModel(
  model: FaceTemplateModel,
  name: string,
  pictures: readonly Picture[],
): Promise<TemplateSpread> {
  const [first] = pictures;
  if (!first || pictures.length < 2) throw new RangeError('at least two pictures are needed');
  const templates: Float32Array[] = [];
  for (const picture of pictures) templates.push((await model.template(picture)).values);
  const again = (await model.template(first)).values;
  if (cosine(again, templates[0]!) < SAME_ABOVE) {
    throw new FalsematchError(
      `The model "${name}" gives another template for the same picture each time (cosine ${cosine(again, templates[0]!).toFixed(3)}); export it anew for inference, without dropout.`,
    );
  }
  const lowest = lowestCosine(templates);
  return { state: lowest > COLLAPSED_ABOVE ? 'collapsed' : 'ok', pictures: pictures.length, lowest };
}

function lowestCosine(templates: readonly Float32Array[]): number {
  let lowest = 1;
  for (const [index, one] of templates.entries()) {
    for (const other of templates.slice(0, index)) lowest = Math.min(lowest, cosine(one, other));
  }
  return lowest;
}

/** Why a collapsed model is not to be used, as the end of a sentence; `what` says what the pictures show. */
export function whyCollapsed({ lowest, pictures }: TemplateSpread, what: string): string {
  return `it gives nearly the same template whatever it sees: the lowest cosine between ${pictures} ${what} is ${lowest.toFixed(4)}`;
}
