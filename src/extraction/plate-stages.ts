import type { PlateMargin } from '../catalog/model-card.js';
import type { Picture } from '../images/picture.js';
import { UncroppablePlate } from '../plates/crop-plate.js';
import { openPlateDetector } from '../plates/detectors/detectors.js';
import type { DetectedPlate, PlateReading } from '../plates/plate.js';
import { cropForReader, type PlateToRead } from '../plates/read-plate.js';
import type { PlateReader } from '../plates/readers/plate-reader.js';
import { openPlateReader } from '../plates/readers/readers.js';
import type { PlateExtraction, PlateQuestion, PlateSystem, ReadPlate } from './extraction.js';
import { type OpenModel, openHere, readModel } from './model-bytes.js';
import { roundedPlate, roundedReading } from './rounded-plate.js';
import { addStage, type StageTimes } from './stage-times.js';
import type { OpenSystems } from './stages.js';

/** Opens a network session for the detector, and for each reader and alphabet as they are needed, where `open` opens them. */
export async function openPlateSystems(
  systems: readonly PlateSystem[],
  open: OpenModel = openHere,
): Promise<OpenSystems<PlateExtraction>> {
  const first = systems[0];
  if (!first) throw new RangeError('openPlateSystems needs at least one system');
  const detector = await openPlateDetector(first.detector.card, () => open(first.detector));
  const readers = new Map<string, Promise<PlateReader>>();
  const readerOf = ({ reader }: PlateSystem, alphabet: string | undefined): Promise<PlateReader> => {
    const key = `${reader.card.name} ${alphabet ?? ''}`;
    const opening = readers.get(key) ?? openReader(reader, alphabet, open);
    readers.set(key, opening);
    return opening;
  };

  return {
    async extract(picture, wanted, times, { plates: question } = {}) {
      const start = performance.now();
      // Rounded first, so that every reader reads what the tables say.
      const found = (await detector.detect(picture)).map(roundedPlate);
      addStage(times, 'detect', start);
      const extractions: PlateExtraction[] = [];
      for (const index of wanted) {
        const system = systems[index];
        if (!system) throw new RangeError(`there is no system ${index}`);
        const reader = await readerOf(system, question?.alphabet);
        extractions.push(await readPlates({ picture, found, system, reader, question, times }));
      }
      return extractions;
    },
    findFace: async () => undefined,
    async release() {
      await detector.release();
      for (const reader of readers.values()) await (await reader).release();
    },
  };
}

async function openReader(reader: PlateSystem['reader'], alphabet: string | undefined, open: OpenModel) {
  const { companions } = await readModel(reader);
  return openPlateReader(reader.card, () => open(reader), companions, alphabet === undefined ? {} : { alphabet });
}

interface ToRead {
  readonly picture: Picture;
  readonly found: readonly DetectedPlate[];
  readonly system: PlateSystem;
  readonly reader: PlateReader;
  readonly question: PlateQuestion | undefined;
  readonly times: StageTimes;
}

async function readPlates(input: ToRead): Promise<PlateExtraction> {
  const { picture, found, system, question } = input;
  const plates: ReadPlate[] = [];
  for (const plate of found) {
    const reading = await readAt(input, plate, system.margin);
    plates.push(reading ? { ...plate, reading } : plate);
  }
  const given: (PlateReading | null)[] = [];
  for (const { box, corners } of question?.given ?? []) {
    const whole = box === undefined && corners === undefined;
    const place = { box: box ?? ([0, 0, picture.width, picture.height] as const), ...(corners ? { corners } : {}) };
    // A picture of nothing but the plate has no surroundings to add.
    given.push((await readAt(input, place, whole ? NO_MARGIN : system.labelMargin)) ?? null);
  }
  return { state: 'ok', plates, given };
}

const NO_MARGIN: PlateMargin = { x: 0, y: 0 };

async function readAt(
  { picture, reader, times }: ToRead,
  place: PlateToRead,
  margin: PlateMargin,
): Promise<PlateReading | undefined> {
  const start = performance.now();
  const crop = cutOut(picture, place, margin, reader);
  addStage(times, 'warp', start);
  if (!crop) return undefined;
  const between = performance.now();
  const reading = await reader.read(crop, place.lines);
  addStage(times, 'read', between);
  return roundedReading(reading);
}

function cutOut(picture: Picture, place: PlateToRead, margin: PlateMargin, reader: PlateReader): Picture | undefined {
  try {
    return cropForReader(picture, place, reader, margin);
  } catch (thrown) {
    if (thrown instanceof UncroppablePlate) return undefined;
    throw thrown;
  }
}
