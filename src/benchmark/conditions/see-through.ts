import type { Dataset } from '../../datasets/open-dataset.js';
import type { Sample } from '../../datasets/sample.js';
import { subjectDensity } from '../../datasets/subject-density.js';
import type { CaptureCondition, ExtractionSample } from '../../extraction/extraction.js';
import { FalsematchError } from '../../files/errors.js';
import { type Corners, cornersOfBox } from '../../images/box.js';
import { quantityText } from '../../images/conditions/quantity.js';
import type { Step } from '../../images/conditions/step.js';
import { needsOf, stepKind } from '../../images/conditions/step-schema.js';
import { toExtract } from '../protocols/to-extract.js';

/** Through what samples are seen. */
export interface SeeThroughOptions {
  /** What the task is called, for messages. */
  readonly task: string;
  readonly steps: readonly Step[];
  readonly seed: number;
  /** The programs outside that take part, with their versions. */
  readonly tools: Readonly<Record<string, string>>;
}

/** A sample to extract as a condition delivers it. */
export type SeeThrough = (sample: Sample) => ExtractionSample;

/**
 * Makes samples of a dataset seen through steps. Throws where steps need the pixels per metre and the dataset does not
 * give them, and where they ask for more than a picture has.
 */
export function seeThrough(
  { card, samples }: Pick<Dataset, 'card' | 'samples'>,
  { task, steps, seed, tools }: SeeThroughOptions,
): SeeThrough {
  const needs = needsOf(steps);
  const densities = needs.has('density') ? densitiesOf({ card, samples }, task) : new Map<string, number>();
  checkFineEnough(densities, steps, { task, dataset: card.name });
  return (sample) => {
    const density = densities.get(sample.id);
    const condition: CaptureCondition = {
      steps,
      seed,
      ...(density === undefined ? {} : { density }),
      ...(needs.has('plates') ? { plates: (sample.plates ?? []).flatMap(cornersOf) } : {}),
      ...(Object.keys(tools).length > 0 ? { tools } : {}),
    };
    // Without a step it is the picture as published, which may have been extracted already.
    return steps.length === 0 ? toExtract(sample) : { ...toExtract(sample), condition };
  };
}

function cornersOf({ corners, box }: NonNullable<Sample['plates']>[number]): Corners[] {
  if (corners) return [corners];
  return box ? [cornersOfBox(box)] : [];
}

/** Pixels per metre of every sample; those of which nobody says it are taken for the median of the others. */
function densitiesOf({ card, samples }: Pick<Dataset, 'card' | 'samples'>, task: string): Map<string, number> {
  const known = samples.map((sample) => subjectDensity(card, sample));
  const sorted = known.filter((density) => density !== undefined).sort((p, q) => p - q);
  const median = sorted[Math.floor(sorted.length / 2)];
  if (median === undefined) {
    throw new FalsematchError(
      `${task} needs the pixels per metre at the subjects of ${card.name}, and its card does not give them; add "pixelDensity" (faces) or "plateWidth" (plates) to the card.`,
    );
  }
  return new Map(samples.map(({ id }, place) => [id, known[place] ?? median]));
}

/** Less than what rounding a side to whole pixels makes. */
const ROUNDING = 1.001;

function checkFineEnough(
  densities: ReadonlyMap<string, number>,
  steps: readonly Step[],
  { task, dataset }: { readonly task: string; readonly dataset: string },
): void {
  let left = densities;
  for (const step of steps) {
    const asked = stepKind(step.step).asksFor?.(step as never);
    if (asked === undefined) continue;
    const coarse = [...left.values()].filter((density) => density * ROUNDING < asked);
    if (coarse.length > 0) {
      throw new FalsematchError(
        `${task} asks for ${quantityText('density', asked)}, and ${coarse.length} of ${left.size} pictures of ${dataset} have less (the least ${quantityText('density', Math.min(...coarse))}): detail is not invented; ask for less, or write "atMost" to leave those as they are.`,
      );
    }
    left = new Map([...left.keys()].map((id) => [id, asked]));
  }
}
