import { FalsematchError } from '../../../files/errors.js';
import type { TextRule } from '../../../plates/normalise.js';
import type { ConfusionModel } from './confusion-model.js';
import { plateText } from './measured-reads.js';

/** The plates that are looked for, under a text rule; each text once. */
export interface WatchList {
  readonly plates: readonly (readonly string[])[];
  readonly has: (text: readonly string[]) => boolean;
  /** Every listed plate that a text may be read as with measured confusions, itself too where it is listed. */
  readonly within: (text: readonly string[], model: ConfusionModel) => (readonly string[])[];
}

interface Branch {
  readonly next: Map<string, Branch>;
  plate?: readonly string[];
}

/** Throws for a list without plates and for a listed text without a letter or digit. */
export function watchList(texts: readonly string[], rule: TextRule): WatchList {
  if (texts.length === 0) throw new FalsematchError('A watch-list needs at least one plate, found none.');
  const root: Branch = { next: new Map() };
  const plates: (readonly string[])[] = [];
  for (const text of texts) {
    const plate = plateText(text, rule);
    let branch = root;
    for (const character of plate) {
      const next: Branch = branch.next.get(character) ?? { next: new Map() };
      branch.next.set(character, next);
      branch = next;
    }
    if (branch.plate) continue;
    branch.plate = plate;
    plates.push(plate);
  }
  const find = (text: readonly string[]) => {
    let branch: Branch | undefined = root;
    for (const character of text) branch = branch?.next.get(character);
    return branch?.plate;
  };
  return {
    plates,
    has: (text) => find(text) !== undefined,
    within: (text, model) => {
      const found = new Set<readonly string[]>();
      if (model.kinds['same length'] > 0) walk(root, text, 0, model, found);
      const tryText = (other: readonly string[]) => {
        const plate = find(other);
        if (plate) found.add(plate);
      };
      for (let k = 0; k <= text.length; k += 1) {
        const [before, from, after] = [text.slice(0, k), text.slice(k), text.slice(k + 1)];
        if (model.kinds['one missing'] > 0 && k < text.length) tryText([...before, ...after]);
        for (const character of model.extra.keys()) tryText([...before, character, ...from]);
      }
      return [...found];
    },
  };
}

/** Walks the part of the list that the confusions of the text's characters reach. */
function walk(
  branch: Branch,
  text: readonly string[],
  at: number,
  model: ConfusionModel,
  found: Set<readonly string[]>,
): void {
  const character = text[at];
  if (character === undefined) {
    if (branch.plate) found.add(branch.plate);
    return;
  }
  for (const read of model.characters.get(character)?.keys() ?? [character]) {
    const next = branch.next.get(read);
    if (next) walk(next, text, at + 1, model, found);
  }
}

/** Listed plates that one measured confusion turns into another listed plate, or another one into them. */
export interface NearPlates {
  readonly plates: number;
  /** Pairs of them, whichever way the confusion goes. */
  readonly pairs: number;
  readonly ofPlates: number;
}

/**
 * Counts listed plates that are one substituted, missing or extra character from each other, of the kinds that were
 * measured.
 */
export function nearPlates(list: WatchList, model: ConfusionModel): NearPlates {
  const numbers = new Map(list.plates.map((plate, k) => [plate, k]));
  const pairs = new Set<number>();
  const near = new Set<number>();
  for (const [k, plate] of list.plates.entries()) {
    for (const other of list.within(plate, model)) {
      const n = numbers.get(other) ?? k;
      const substituted = plate.filter((character, at) => character !== other[at]).length;
      if (n === k || (other.length === plate.length && substituted > 1)) continue;
      pairs.add(Math.min(n, k) * list.plates.length + Math.max(n, k));
      near.add(n).add(k);
    }
  }
  return { plates: near.size, pairs: pairs.size, ofPlates: list.plates.length };
}
