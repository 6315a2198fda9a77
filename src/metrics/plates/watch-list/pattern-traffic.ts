import { type ConfusionModel, characterProbability } from './confusion-model.js';
import { type Pattern, shareAt } from './text-patterns.js';

type Plate = readonly string[];

/**
 * Gives the probability, for any model whose confusions are among those of `widest`, that a text of the patterns is read
 * as one of the plates, right reads of them included. Exact: a text's characters are read independently of each other, so
 * the sum over all texts of a pattern is a product over its parts of the sum over a part's choices.
 */
export function patternReads(
  patterns: readonly Pattern[],
  plates: readonly Plate[],
  widest: ConfusionModel,
): (model: ConfusionModel) => number {
  const same = patterns.map((pattern) => sameLength(pattern, plates, widest));
  const [missing, extra] = [oneMissing(patterns, plates), oneExtra(patterns, plates)];
  return (model) => {
    const { kinds } = model;
    const substituted = patterns.reduce((total, { share }, k) => total + share * (same[k]?.(model) ?? 0), 0);
    let added = 0;
    for (const [character, share] of extra) added += share * (model.extra.get(character) ?? 0);
    return kinds['same length'] * substituted + kinds['one missing'] * missing + kinds['one extra'] * added;
  };
}

/** What a plate has at a part, and the choices that may be read as it. */
interface Segment {
  readonly characters: Plate;
  readonly choices: readonly { readonly characters: Plate; readonly share: number }[];
}

/** Π over parts of Σ over choices of share × P(read as the plate's characters), summed over plates of the length. */
function sameLength({ parts, starts, length }: Pattern, plates: readonly Plate[], widest: ConfusionModel) {
  const segments: Segment[] = [];
  const numbers = new Map<string, number>();
  // Plates share most of what stands at their parts: each such segment is worked out once a model.
  const segmentAt = (plate: Plate, k: number): number => {
    const characters = plate.slice(starts[k], starts[k + 1]);
    const key = `${k} ${characters.join('')}`;
    const number = numbers.get(key) ?? segments.length;
    if (number === segments.length) {
      const choices = [...(parts[k]?.choices.values() ?? [])];
      segments.push({ characters, choices: choices.filter((one) => readAs(one.characters, characters, widest) > 0) });
      numbers.set(key, number);
    }
    return number;
  };
  const reached = plates
    .filter((plate) => plate.length === length)
    .map((plate) => parts.map((_, k) => segmentAt(plate, k)))
    .filter((own) => own.every((number) => segments[number]?.choices.length));
  return (model: ConfusionModel): number => {
    const values = segments.map(({ characters, choices }) =>
      choices.reduce((total, one) => total + one.share * readAs(one.characters, characters, model), 0),
    );
    return reached.reduce((total, own) => total + own.reduce((product, k) => product * (values[k] ?? 0), 1), 0);
  };
}

function readAs(truth: Plate, read: Plate, model: ConfusionModel): number {
  return truth.reduce((product, c, k) => product * characterProbability(model, c, read[k] ?? ''), 1);
}

/** The probability that leaving out a place of a text, each equally likely, gives one of the plates. */
function oneMissing(patterns: readonly Pattern[], plates: readonly Plate[]): number {
  let all = 0;
  for (const pattern of patterns) {
    const { parts, starts, length, share } = pattern;
    for (const plate of plates) {
      if (plate.length !== length - 1) continue;
      const around = sharesAround(pattern, plate, -1);
      for (const [k, part] of parts.entries()) {
        const left = plate.slice(starts[k], (starts[k + 1] ?? 0) - 1);
        let own = 0;
        for (const choice of part.choices.values()) {
          for (let at = 0; at < part.length; at += 1) {
            if (without(choice.characters, at).join('') === left.join('')) own += choice.share;
          }
        }
        all += (share * (around[k] ?? 0) * own) / length;
      }
    }
  }
  return all;
}

/** By character, the probability that adding it in a gap of a text, each gap equally likely, gives one of the plates. */
function oneExtra(patterns: readonly Pattern[], plates: readonly Plate[]): Map<string, number> {
  const all = new Map<string, number>();
  for (const pattern of patterns) {
    const { parts, starts, length, share } = pattern;
    for (const plate of plates) {
      if (plate.length !== length + 1) continue;
      const add = (place: number, chance: number) => {
        const character = plate[place] ?? '';
        all.set(character, (all.get(character) ?? 0) + (share * chance) / (length + 1));
      };
      const around = sharesAround(pattern, plate, 1);
      // The gap before a place belongs to that place's part; the last one is its own.
      for (const [k, part] of parts.entries()) {
        const start = starts[k] ?? 0;
        const longer = plate.slice(start, start + part.length + 1);
        for (let at = 0; at < part.length; at += 1) {
          add(start + at, (around[k] ?? 0) * shareAt(part, without(longer, at)));
        }
      }
      add(length, around[parts.length] ?? 0);
    }
  }
  return all;
}

/**
 * For each part, and one more behind the last: the share of texts that have the plate's characters at all parts before it,
 * and at all parts after it where the plate is taken `shift` places further.
 */
function sharesAround({ parts, starts }: Pattern, plate: Plate, shift: number): number[] {
  const at = (k: number, by: number) =>
    shareAt(parts[k], plate.slice((starts[k] ?? 0) + by, (starts[k + 1] ?? 0) + by));
  const around = [...parts, undefined].map(() => 1);
  let [before, after] = [1, 1];
  for (let k = 0; k <= parts.length; k += 1) {
    around[k] = before;
    before *= at(k, 0);
  }
  for (let k = parts.length; k >= 0; k -= 1) {
    around[k] = (around[k] ?? 0) * after;
    if (k < parts.length) after *= at(k, shift);
  }
  return around;
}

function without(characters: Plate, left: number): string[] {
  return characters.filter((_, k) => k !== left);
}
