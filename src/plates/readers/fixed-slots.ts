import type { PlateReaderCard } from '../../catalog/model-card.js';
import { FalsematchError } from '../../files/errors.js';
import type { Picture } from '../../images/picture.js';
import { onlyInput, wrongOutputs } from '../../runtimes/network-shape.js';
import type { PlateReading } from '../plate.js';
import { keepAllowed } from './allowed-characters.js';
import type { OpenReader } from './plate-reader.js';
import { likeliestChoices } from './slot-texts.js';

/** How many texts `ranked` gives at most. */
const TEXTS = 5;
/** Rounding may take the sum of a slot's probabilities so far from 1. */
const SUM_ERROR = 0.01;

/**
 * fast-plate-ocr's readers: a fixed number of slots, each with a probability for every character of the alphabet and one
 * for "nothing" that fills the slots after the text. They take 8-bit RGB, pixel by pixel, the crop stretched to the
 * input. The confidence is the product over all slots, those with nothing too. Source: fast-plate-ocr, inference/process.py.
 */
export const openFixedSlots: OpenReader = async ({ card, network, allowed }) => {
  const [width, height] = card.input.size;
  const alphabet = slotAlphabet(card, allowed);
  const input = onlyInput(card, network);
  const tensor = { data: new Uint8Array(width * height * 3), dims: [1, height, width, 3] };

  const probabilities = async (): Promise<Float32Array> => {
    const outputs = await network.run({ [input]: tensor });
    const [output, ...others] = Object.values(outputs);
    const [pictures, , characters] = output?.dims ?? [];
    if (!output || others.length > 0 || output.dims.length !== 3 || pictures !== 1 || characters !== alphabet.size) {
      throw wrongOutputs(card, `slots of ${alphabet.size} characters [1, n, ${alphabet.size}]`, outputs);
    }
    return output.data;
  };
  // A card that does not fit its model is a mistake to be told at once, not a failure of every picture.
  checkSums(card, await probabilities(), alphabet.size);

  return {
    cropSize: () => [width, height],
    async read(crop) {
      takePixels(crop, width, height, tensor.data);
      return readingOf(await probabilities(), alphabet);
    },
  };
};

/** The characters of an output's columns, which of them is "nothing", and which may be written. */
export interface SlotAlphabet {
  readonly characters: readonly string[];
  readonly size: number;
  readonly padding: number;
  /** Absent when all may be written. */
  readonly allowed?: Uint8Array;
}

/** The reading of an output, slots x characters of probabilities, which it changes. */
export function readingOf(
  probabilities: Float32Array,
  { characters, size, padding, allowed }: SlotAlphabet,
): PlateReading {
  if (allowed) {
    for (let at = 0; at < probabilities.length; at += size) keepAllowed(probabilities.subarray(at, at + size), allowed);
  }
  const ranked = new Map<string, number>();
  let first: number[] = [];
  for (const choice of likeliestChoices(probabilities, size)) {
    if (ranked.size === 0) first = [...choice.characters];
    const text = choice.characters.map((c) => (c === padding ? '' : characters[c])).join('');
    // Two choices may be the same text with "nothing" in another slot; the likelier one counts.
    if (!ranked.has(text)) ranked.set(text, choice.probability);
    if (ranked.size === TEXTS) break;
  }
  const texts = [...ranked].map(([text, confidence]) => ({ text, confidence }));
  const written = first.map((c, slot) => [c, probabilities[slot * size + c]!] as const).filter(([c]) => c !== padding);
  return { ...texts[0]!, characters: written.map(([, probability]) => probability), ranked: texts };
}

function slotAlphabet(card: PlateReaderCard, allowed?: ReadonlySet<string>): SlotAlphabet {
  const { name, alphabet = '', padding = '_', input } = card;
  const characters = [...alphabet];
  if (!characters.includes(padding)) {
    throw new FalsematchError(
      `The card of the model "${name}" has the alphabet "${alphabet}", expected one with "${padding}", which stands for nothing in a slot; correct "alphabet" or "padding".`,
    );
  }
  if (input.colour !== 'RGB' || input.mean !== 0 || input.divisor !== 1) {
    throw new FalsematchError(
      `The card of the model "${name}" says that its input is ${input.colour} with mean ${input.mean} and divisor ${input.divisor}, a fixed-slots reader takes RGB bytes; write RGB, 0 and 1, or correct "reader".`,
    );
  }
  const known = { characters, size: characters.length, padding: characters.indexOf(padding) };
  if (allowed === undefined) return known;
  if (!characters.some((character) => character !== padding && allowed.has(character))) {
    throw new FalsematchError(
      `The model "${name}" can write none of "${[...allowed].join('')}", it knows ${alphabet.replace(padding, '')}; correct the alphabet that it may use.`,
    );
  }
  return { ...known, allowed: Uint8Array.from(characters, (c) => Number(c === padding || allowed.has(c))) };
}

function checkSums(card: PlateReaderCard, probabilities: Float32Array, size: number): void {
  for (let at = 0; at < probabilities.length; at += size) {
    const sum = probabilities.subarray(at, at + size).reduce((so, value) => so + value, 0);
    if (Math.abs(sum - 1) <= SUM_ERROR) continue;
    throw new FalsematchError(
      `The model "${card.name}" gives numbers that add up to ${sum.toFixed(3)} in slot ${at / size + 1}, expected probabilities, which add up to 1; correct "reader" or "file" in its card.`,
    );
  }
}

function takePixels(crop: Picture, width: number, height: number, target: Uint8Array): void {
  if (crop.width !== width || crop.height !== height) {
    throw new RangeError(`the reader takes ${width}x${height} pixels, got ${crop.width}x${crop.height}`);
  }
  target.set(crop.data);
}
