import { normaliseText, type TextRule } from '../../plates/normalise.js';
import type { PlateReading } from '../../plates/plate.js';
import type { Rate } from '../rate.js';
import type { JudgedPlate, StrayReading } from './judge-pictures.js';
import type { PlateTexts } from './read-texts.js';
import { byScene, byVehicle, shareOf, shareRight, type Trials } from './trials.js';

/**
 * How often plates are read right, wrong and not at all. Over true plates with a text `exact`, `wrongText` and `noRead`
 * add up to 1.
 */
export interface ReadRates {
  /** Found, and every character right (`errors`), of all true plates with a text. */
  readonly exact: Rate;
  /** Every character right on the box that the dataset gives (`errors`), of the plates where the reader was asked. */
  readonly exactOnGiven: Rate;
  /** A text was read and it is wrong, of all true plates with a text. */
  readonly wrongText: Rate;
  /** No text: not found, or nothing read, of all true plates with a text. */
  readonly noRead: Rate;
  /** As many characters as the plate has (`errors`), of all true plates with a text. */
  readonly lengthRight: Rate;
  /**
   * The right text is among the first k (`errors`), of all true plates with a text; empty where no reading has a second
   * one.
   */
  readonly topK: readonly { readonly k: number; readonly rate: Rate }[];
}

/** The rates of reading under a rule; intervals by vehicle. */
export function readRates(texts: readonly PlateTexts[], rule: TextRule, level?: number): ReadRates {
  const all = byVehicle(vehiclesOf(texts), 'plates');
  const onGiven = texts.filter(({ given }) => given);
  const asked = byVehicle(vehiclesOf(onGiven), 'plates');
  return {
    exact: shareRight('plates not read right', all, (k) => texts[k]?.read.right ?? false, level),
    exactOnGiven: shareRight('given plates not read right', asked, (k) => onGiven[k]?.given?.right ?? false, level),
    wrongText: shareOf('plates read wrong', all, (k) => isWrong(texts[k]), level),
    noRead: shareOf('plates not read', all, (k) => texts[k]?.read.text === '', level),
    lengthRight: shareRight('plates read in the wrong length', all, (k) => isLengthRight(texts[k]), level),
    topK: topKRates(texts, all, rule, level),
  };
}

/** The highest k of which top-k is told. */
const MOST_RANKS = 5;

function topKRates(texts: readonly PlateTexts[], all: Trials, rule: TextRule, level?: number): ReadRates['topK'] {
  const rankOf = texts.map(({ plate: { reading }, truth }) => {
    const wanted = truth.join('');
    const at = rankedTexts(reading).findIndex((text) => normaliseText(text, rule).join('') === wanted);
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
  });
  if (!texts.some(({ plate: { reading } }) => (reading?.ranked?.length ?? 0) > 1)) return [];
  return Array.from({ length: MOST_RANKS }, (_, index) => {
    const k = index + 1;
    const isAmong = (trial: number) => (rankOf[trial] ?? Number.POSITIVE_INFINITY) <= k;
    return { k, rate: shareRight(`plates not among the first ${k} texts`, all, isAmong, level) };
  });
}

/** A text that the system gave out, and whether it is that of the plate it stands on. */
export interface EmittedRead {
  readonly scene: number;
  readonly confidence: number;
  readonly right: boolean;
  /** Where it was read off a false plate: whether it is the text of a true plate in the same picture. */
  readonly stray?: 'of a plate in the picture' | 'of no plate in the picture';
}

/**
 * Every text that the system gave out and that can be judged: those of matched plates with a known text, and those of false
 * plates, which are wrong whatever they say.
 */
export function emittedReads(
  texts: readonly PlateTexts[],
  strays: readonly StrayReading[],
  rule: TextRule,
): EmittedRead[] {
  const matched = texts.flatMap(({ plate: { reading, scene }, read }) =>
    reading && read.text !== '' ? [{ scene, confidence: reading.confidence, right: read.right }] : [],
  );
  const textOf = (text: string) => normaliseText(text, rule).join('');
  const stray = strays.flatMap(({ reading, scene, pictureTexts }): EmittedRead[] => {
    const text = textOf(reading.text);
    if (text === '') return [];
    const known = pictureTexts.some((other) => textOf(other) === text);
    const of = known ? 'of a plate in the picture' : 'of no plate in the picture';
    return [{ scene, confidence: reading.confidence, right: false, stray: of }];
  });
  return [...matched, ...stray];
}

/** Texts that are wrong, of all that the system gave out; intervals by scene. */
export interface FalseReads {
  readonly rate: Rate;
  /** Of all texts: wrong ones read off a plate that was found; and texts read off a false plate, by what they say. */
  readonly misread: Rate;
  readonly ofPlateInPicture: Rate;
  readonly ofNoPlate: Rate;
}

export function falseReads(reads: readonly EmittedRead[], level?: number): FalseReads {
  const trials = byScene(
    reads.map(({ scene }) => scene),
    'reads',
  );
  const share = (of: string, is: (read: EmittedRead) => boolean) => {
    const counted = reads.map(is);
    return shareOf(of, trials, (k) => counted[k] ?? false, level);
  };
  return {
    rate: share('false reads', ({ right }) => !right),
    misread: share('misread plates', ({ right, stray }) => !right && stray === undefined),
    ofPlateInPicture: share('second texts of a plate', ({ stray }) => stray === 'of a plate in the picture'),
    ofNoPlate: share('texts of no plate', ({ stray }) => stray === 'of no plate in the picture'),
  };
}

function vehiclesOf(texts: readonly PlateTexts[]): JudgedPlate['vehicle'][] {
  return texts.map(({ plate }) => plate.vehicle);
}

function isWrong(texts: PlateTexts | undefined): boolean {
  return texts !== undefined && texts.read.text !== '' && !texts.read.right;
}

function isLengthRight(texts: PlateTexts | undefined): boolean {
  return texts !== undefined && [...texts.read.text].length === texts.truth.length;
}

function rankedTexts(reading: PlateReading | undefined): string[] {
  if (!reading) return [];
  return reading.ranked?.length ? reading.ranked.map(({ text }) => text) : [reading.text];
}
