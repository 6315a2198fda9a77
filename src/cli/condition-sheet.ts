import { open, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import type { Point } from '../images/box.js';
import { applySteps } from '../images/conditions/apply-condition.js';
import type { ConditionCard } from '../images/conditions/condition-card.js';
import { quantityText } from '../images/conditions/quantity.js';
import { pictureOf, type Seen, type StepNeed } from '../images/conditions/step.js';
import { needsOf, stepTexts } from '../images/conditions/step-schema.js';
import { contactSheet } from '../images/contact-sheet.js';
import { decodePicture } from '../images/decode.js';
import type { Picture } from '../images/picture.js';
import { labelledLines } from '../report/labelled-lines.js';
import { findFace } from './find-face.js';
import type { PlaceOptions } from './options.js';
import { readCorners, readFace } from './read-points.js';
import { readQuantity } from './read-quantity.js';

export interface SheetFlags extends PlaceOptions {
  readonly from?: string | undefined;
  readonly out?: string | undefined;
  readonly density?: string | undefined;
  readonly face?: string | undefined;
  readonly plate?: readonly string[] | undefined;
  readonly seed?: number | undefined;
}

/** What was made of a picture, to print. */
export interface ShownOnPicture {
  readonly lines: readonly string[];
  readonly value: object;
}

/**
 * Writes a contact sheet of a picture under a condition: as it is, then after each step. Undefined without --from.
 * Throws FalsematchError for options that are missing, contradict each other or would do nothing.
 */
export async function showOnPicture(card: ConditionCard, flags: SheetFlags): Promise<ShownOnPicture | undefined> {
  const { from, out, seed = 1 } = flags;
  checkFlags(flags);
  if (from === undefined || out === undefined) return undefined;
  await checkTarget(from, out);
  const picture = await readPicture(from);
  const given = placesOf(flags, picture);
  const known = { ...(await foundFor(card, given, picture, flags)), ...given };
  checkNeeds(card, known);
  const cells = await cellsOf(card, { image: picture, ...known }, seed);
  await writeFileAtomic(out, await contactSheet(cells, { columns: Math.min(cells.length, COLUMNS), cell: CELL }));
  const sizes = cells.map(({ picture: { width, height }, text }) => ({ text, width, height }));
  return {
    lines: [
      `${out}: ${card.name} on ${from}`,
      ...(known.density === undefined ? [] : [densityText(known.density, given.density === undefined)]),
      ...labelledLines(sizes.map(sizeRow), LABELS),
    ],
    value: { out, condition: card.name, from, seed, density: known.density ?? null, pictures: sizes },
  };
}

const COLUMNS = 3;
/** The side of a cell, in pixels. */
const CELL = 480;
const LABELS = 58;

interface Cell {
  readonly picture: Picture;
  readonly label: string;
  readonly text: string;
}

async function cellsOf({ steps }: ConditionCard, seen: Seen, seed: number): Promise<Cell[]> {
  const texts = ['the picture as it is', ...stepTexts(steps).map((text, at) => `${at + 1}. ${text}`)];
  const cells: Cell[] = [];
  for (const [done, text] of texts.entries()) {
    // From the start each time: what a step draws at random depends on its place alone, and clips look back.
    const picture = pictureOf(await applySteps(seen, steps.slice(0, done), ['show', seed]));
    cells.push({ picture, text, label: `${text} (${picture.width} x ${picture.height} px)` });
  }
  return cells;
}

const sizeRow = ({ text, width, height }: { text: string; width: number; height: number }): [string, string] => [
  text,
  `${width} x ${height} px`,
];

function checkFlags({ from, out, ...about }: SheetFlags): void {
  if (from !== undefined && out === undefined) {
    throw new FalsematchError('--from needs --out, the file that the sheet is written to, such as sheet.png.');
  }
  if (from !== undefined) return;
  const [idle] = Object.entries({ out, ...about }).find(([key, value]) => key in FLAGS && value !== undefined) ?? [];
  if (idle) throw new FalsematchError(`--${idle} is for --from, the picture to show the condition on; add it.`);
}

const FLAGS: Readonly<Record<string, true>> = { out: true, density: true, face: true, plate: true, seed: true };

/** Refuses what is no PNG: the picture that is read, and any other file that somebody keeps. */
async function checkTarget(from: string, out: string): Promise<void> {
  if (!/\.png$/i.test(out)) {
    throw new FalsematchError(`--out writes a PNG and its name must end with .png, such as sheet.png; found "${out}".`);
  }
  if (resolve(from) === resolve(out)) {
    throw new FalsematchError(`--out ${out} would replace the picture that is read; choose another name.`);
  }
  const file = await open(out, 'r').catch(() => undefined);
  if (!file) return;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PNG_SIGNATURE.length), 0, PNG_SIGNATURE.length, 0);
    if (bytesRead === PNG_SIGNATURE.length && PNG_SIGNATURE.equals(buffer)) return;
  } catch {
    // A folder opens but cannot be read; it is no PNG either.
  } finally {
    await file.close();
  }
  throw new FalsematchError(`--out ${out} is there already and is no PNG; choose another name, or delete it.`);
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

async function readPicture(path: string): Promise<Picture> {
  try {
    return await decodePicture(await readFile(path));
  } catch (thrown) {
    throw new FalsematchError(`Cannot read the picture ${path}: ${messageOf(thrown)}.`, { cause: thrown });
  }
}

function placesOf({ density, face, plate }: SheetFlags, picture: Picture): Omit<Seen, 'image'> {
  return {
    ...(density === undefined ? {} : { density: readDensity(density) }),
    ...(face === undefined ? {} : { face: inside(readFace(face, '--face'), '--face', picture) }),
    ...(plate === undefined
      ? {}
      : { plates: plate.map((corners) => inside(readCorners(corners, '--plate'), '--plate', picture)) }),
  };
}

/** What a face in the picture says, where the condition needs it and no option does. */
async function foundFor(
  { name, about, steps }: ConditionCard,
  given: Omit<Seen, 'image'>,
  picture: Picture,
  places: PlaceOptions,
): Promise<Omit<Seen, 'image'>> {
  const needs = needsOf(steps);
  const lacks = (need: StepNeed, key: keyof Seen) => needs.has(need) && !(key in given);
  // On a picture of plates a face is somebody in the car.
  if (about === 'plates' || !(lacks('face', 'face') || lacks('density', 'density'))) return {};
  const { face, density } = await findFace(picture, places).catch((thrown: unknown) => {
    if (!(thrown instanceof FalsematchError) || thrown.kind !== 'unavailable') throw thrown;
    const missing = lacks('face', 'face') ? OPTIONS.face : OPTIONS.density;
    const message = `The condition "${name}" needs ${missing?.[1]}; a face cannot be looked for here: ${thrown.message}`;
    throw new FalsematchError(message, { cause: thrown, kind: 'unavailable' });
  });
  return { ...(needs.has('density') ? { density } : {}), ...(needs.has('face') ? { face } : {}) };
}

const densityText = (density: number, found: boolean): string =>
  `  ${quantityText('density', density)} in the picture as it is${found ? ', taking the eyes that were found in it for 63 mm apart' : ''}`;

function readDensity(text: string): number {
  const density = readQuantity('density', text, { what: '--density', unit: 'px/m' });
  if (density > 0) return density;
  throw new FalsematchError(`--density must be above 0 px/m, found "${text}".`);
}

function inside<Points extends readonly Point[]>(points: Points, what: string, { width, height }: Picture): Points {
  const beyond = points.find(([x, y]) => !(x >= 0 && x <= width && y >= 0 && y <= height));
  if (!beyond) return points;
  throw new FalsematchError(
    `${what} names ${beyond.join(',')}, which is outside the picture of ${width} x ${height} pixels.`,
  );
}

const OPTIONS: Readonly<Partial<Record<StepNeed, readonly [keyof Seen, string]>>> = {
  density: ['density', 'the pixels per metre at the subject; give them with --density, such as --density "250 px/m"'],
  face: ['face', 'the five points of the face; give them with --face "x,y x,y x,y x,y x,y"'],
  plates: ['plates', 'the corners of a plate; give them with --plate "x,y x,y x,y x,y"'],
};

function checkNeeds({ name, steps }: ConditionCard, known: Omit<Seen, 'image'>): void {
  for (const need of needsOf(steps)) {
    const [key, text] = OPTIONS[need] ?? [];
    if (key !== undefined && !(key in known)) throw new FalsematchError(`The condition "${name}" needs ${text}.`);
  }
}
