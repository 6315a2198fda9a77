import type { Dataset } from '../../datasets/open-dataset.js';
import type { PlateLabel, Sample } from '../../datasets/sample.js';
import { UNKNOWN } from '../../datasets/unknown-value.js';
import type { PlateExtraction, PlateQuestion } from '../../extraction/extraction.js';
import { FalsematchError } from '../../files/errors.js';
import { normaliseText } from '../../plates/normalise.js';
import type { LabelledPicture } from '../../results/plates/label-table.js';
import type { PictureReadings } from '../../results/plates/reading-table.js';
import type { SeeThrough } from '../conditions/see-through.js';
import type { PlatesTask } from './protocol.js';
import { toExtract } from './to-extract.js';

/** What a task of plates says. */
interface TaskOfPlates {
  readonly iou: number;
  readonly alphabet?: string | undefined;
  readonly groups?: readonly string[] | undefined;
}

/**
 * Looks for plates in every picture, reads what is found, and reads the plates that the dataset marks as if they had been
 * found. Throws when the dataset says nothing of plates in one of its pictures.
 */
export function preparePlates(
  dataset: Dataset,
  { iou, alphabet: wanted, groups = [] }: TaskOfPlates,
  see: SeeThrough = toExtract,
): PlatesTask {
  const { card, samples } = dataset;
  const pictures = samples.map((sample) => labelled(sample, groups, card.name));
  const plates = pictures.flatMap((picture) => picture.plates);
  const alphabet = wanted ?? card.alphabet;
  return {
    samples: samples.map((sample) => ({ ...see(sample), plates: questionOf(sample, alphabet) })),
    record: {
      plates: {
        labels: plates.length,
        pictures: pictures.length,
        vehicles: new Set(plates.map(({ vehicle }) => vehicle)).size,
        iou,
        ...(alphabet === undefined ? {} : { alphabet }),
        ...(groups.length > 0 ? { groups: [...groups] } : {}),
      },
    },
    tables: { labels: { attributes: [...groups], pictures } },
    readings: (extractions) => ({
      comparisons: [],
      samples: [],
      readings: pictures.map((picture, index) => readingsOf(picture, extractions[index])),
    }),
  };
}

function labelled({ id, plates, attributes }: Sample, groups: readonly string[], dataset: string): LabelledPicture {
  if (!plates) {
    throw new FalsematchError(
      `${dataset} does not say which plates are in ${id}; a task of plates needs a dataset whose layout marks them.`,
    );
  }
  return {
    sample: id,
    attributes: groups.map((name) => attributes[name] ?? UNKNOWN),
    plates: plates.map((label, index) => ({
      ...(label.box ? { box: label.box } : {}),
      ...(label.text === undefined ? {} : { text: label.text }),
      vehicle: vehicleOf(label, `${id}#${index + 1}`),
    })),
  };
}

/** Where the dataset does not name vehicles, one text is one vehicle, and a plate without a text its own. */
function vehicleOf({ vehicle, text }: PlateLabel, alone: string): string {
  return vehicle ?? (text === undefined ? alone : normaliseText(text, 'strict').join('') || alone);
}

function questionOf({ plates = [] }: Sample, alphabet: string | undefined): PlateQuestion {
  const given = plates.map(({ box, corners }) => ({
    ...(box ? { box } : {}),
    ...(corners ? { corners } : {}),
  }));
  return { given, ...(alphabet === undefined ? {} : { alphabet }) };
}

function readingsOf({ sample, plates }: LabelledPicture, extraction: PlateExtraction | undefined): PictureReadings {
  if (extraction?.state !== 'ok') {
    return { sample, failure: extraction?.reason ?? 'missing', found: [], given: plates.map(() => null) };
  }
  return {
    sample,
    failure: '',
    found: extraction.plates.map(({ box, score, reading }) => ({ box, score, ...(reading ? { reading } : {}) })),
    given: extraction.given,
  };
}
