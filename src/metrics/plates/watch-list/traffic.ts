import { FalsematchError } from '../../../files/errors.js';
import { normaliseText, type TextRule } from '../../../plates/normalise.js';
import { type ConfusionModel, characterProbability, readProbability } from './confusion-model.js';
import { plateText } from './measured-reads.js';
import type { WatchList } from './watch-list.js';

/**
 * The plates that pass: a list with how often each does, or all texts of a format, each equally likely. A format
 * gives for each place, from the left, the characters that may stand there.
 */
export type PlateTraffic =
  | { readonly plates: readonly { readonly text: string; readonly count: number }[] }
  | { readonly format: readonly (readonly string[])[] };

/** The probability that the plate of the next vehicle is not on the list and is read as one that is. */
export type HitProbability = (model: ConfusionModel) => number;

/**
 * What gives the probability of a false hit for any model whose confusions are among those of `widest`.
 * A list is summed over exactly, by the listed plates that its confusions reach. For a format the sum over all of its
 * texts is a product over places for each listed plate; the texts that are on the list themselves are taken off.
 */
export function hitProbability(
  traffic: PlateTraffic,
  list: WatchList,
  widest: ConfusionModel,
  rule: TextRule,
): HitProbability {
  if ('format' in traffic) return ofFormat(checkFormat(traffic.format, rule), list, widest);
  const passing = new Map<string, { text: readonly string[]; count: number }>();
  let all = 0;
  for (const { text, count } of traffic.plates) {
    if (!(count > 0 && Number.isFinite(count))) {
      throw new FalsematchError(
        `A plate passes a number of times above 0, found ${count} for "${text}"; leave it out.`,
      );
    }
    const characters = plateText(text, rule);
    const known = passing.get(characters.join(''));
    passing.set(characters.join(''), { text: characters, count: (known?.count ?? 0) + count });
    all += count;
  }
  if (all === 0) throw new FalsematchError('The traffic must hold at least one plate, found none.');
  const terms = [...passing.values()]
    .filter(({ text }) => !list.has(text))
    .flatMap(({ text, count }) =>
      list.within(text, widest).map((plate) => ({ truth: text, read: plate, weight: count / all })),
    );
  return (model) => sumOf(terms, model);
}

interface Term {
  readonly truth: readonly string[];
  readonly read: readonly string[];
  readonly weight: number;
}

function sumOf(terms: readonly Term[], model: ConfusionModel): number {
  return terms.reduce((total, { truth, read, weight }) => total + weight * readProbability(model, truth, read), 0);
}

/** The share of each character at one place; characters that a rule makes one add up. */
type Place = ReadonlyMap<string, number>;

function ofFormat(places: readonly Place[], list: WatchList, widest: ConfusionModel): HitProbability {
  const weightOf = (text: readonly string[]) =>
    text.length === places.length ? text.reduce((product, c, k) => product * (places[k]?.get(c) ?? 0), 1) : 0;
  const listed = list.plates
    .map((truth) => ({ truth, weight: weightOf(truth) }))
    .filter(({ weight }) => weight > 0)
    .flatMap(({ truth, weight }) => list.within(truth, widest).map((read) => ({ truth, read, weight })));
  return (model) => {
    const readAs = places.map((place) => readAt(place, model));
    const all = list.plates.reduce((total, plate) => total + fromFormat(plate, places, readAs, model), 0);
    // The difference of two sums may fall a rounding error below nothing.
    return Math.max(0, all - sumOf(listed, model));
  };
}

/** How likely each character is read at a place. */
function readAt(place: Place, model: ConfusionModel): Place {
  const read = new Map<string, number>();
  for (const [truth, share] of place) {
    for (const character of model.characters.get(truth)?.keys() ?? [truth]) {
      const probability = share * characterProbability(model, truth, character);
      read.set(character, (read.get(character) ?? 0) + probability);
    }
  }
  return read;
}

/** The probability that a text of the format is read as `plate`. */
function fromFormat(
  plate: readonly string[],
  places: readonly Place[],
  readAs: readonly Place[],
  { kinds, extra }: ConfusionModel,
): number {
  const n = places.length;
  const share = (place: number, character: number) => places[place]?.get(plate[character] ?? '') ?? 0;
  if (plate.length === n) {
    return plate.reduce((product, c, k) => product * (readAs[k]?.get(c) ?? 0), kinds['same length']);
  }
  if (plate.length === n - 1) {
    // Place k is left out: whatever stood there, those before it and those after it are read.
    const around = sumAround(
      n,
      (k) => share(k, k),
      (k) => share(k, k - 1),
      () => 1,
    );
    return (kinds['one missing'] * around) / n;
  }
  if (plate.length === n + 1) {
    const around = sumAround(
      n + 1,
      (k) => share(k, k),
      (k) => share(k - 1, k),
      (k) => extra.get(plate[k] ?? '') ?? 0,
    );
    return (kinds['one extra'] * around) / (n + 1);
  }
  return 0;
}

/** Σ over k of own(k) × Π before(j), j < k, × Π after(j), j > k: linear, by the products from either end. */
function sumAround(
  length: number,
  before: (k: number) => number,
  after: (k: number) => number,
  own: (k: number) => number,
): number {
  const right = new Float64Array(length + 1).fill(1);
  for (let k = length - 1; k > 0; k -= 1) right[k] = (right[k + 1] ?? 1) * after(k);
  let [total, left] = [0, 1];
  for (let k = 0; k < length; k += 1) {
    total += own(k) * left * (right[k + 1] ?? 1);
    left *= before(k);
  }
  return total;
}

function checkFormat(format: readonly (readonly string[])[], rule: TextRule): Place[] {
  if (format.length === 0) throw new FalsematchError('A format needs at least one place, found none.');
  return format.map((alphabet, k) => {
    const place = new Map<string, number>();
    for (const character of alphabet) {
      const [one, ...more] = normaliseText(character, rule);
      if (one === undefined || more.length > 0) {
        throw new FalsematchError(`Place ${k + 1} of the format needs letters and digits, found "${character}".`);
      }
      place.set(one, (place.get(one) ?? 0) + 1 / alphabet.length);
    }
    if (alphabet.length === 0 || new Set(alphabet).size !== alphabet.length) {
      throw new FalsematchError(
        `Place ${k + 1} of the format needs each of its characters once, found "${alphabet.join('')}".`,
      );
    }
    return place;
  });
}
