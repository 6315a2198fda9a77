import type { TextRule } from '../../../plates/normalise.js';
import { type AlignedRead, alignRead, type MeasuredRead, type ReadKind } from './measured-reads.js';

/**
 * How a plate is read, as a distribution over what may come out: first the kind of read, with its measured probability;
 * then, in a read of the right length, each character on its own with P(read | true); in one with a missing character,
 * which one, each equally likely; in one with an extra one, in which gap, each equally likely, and which character.
 * Reads of kind `other` are taken to hit nothing. What was not observed has probability 0, so a rare confusion that the
 * measurement missed is missing here too. A true character that was never measured is taken as always read right. It
 * takes characters as independent of each other, of their place and of the length of the plate.
 */
export interface ConfusionModel {
  readonly kinds: Readonly<Record<ReadKind, number>>;
  /** By true character, the probability of each character that it was read as in reads of the right length. */
  readonly characters: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The probability of each character where one is extra. */
  readonly extra: ReadonlyMap<string, number>;
}

/** The model that reads give. Throws for a true text without a letter or digit. */
export function confusionModel(reads: readonly MeasuredRead[], rule: TextRule = 'strict'): ConfusionModel {
  return weightedModels(reads.map((read) => alignRead(read, rule)))(() => 1);
}

/** Gives the model of the reads when read k counts `weightOf(k)` times; quick for many weightings of the same reads. */
export function weightedModels(reads: readonly AlignedRead[]): (weightOf: (read: number) => number) => ConfusionModel {
  const cells: Cell[] = [];
  const numbers = new Map<string, number>();
  const cellOf = (cell: Cell): number => {
    const key = cell.join('\0');
    const known = numbers.get(key) ?? cells.length;
    if (known === cells.length) cells.push(cell);
    numbers.set(key, known);
    return known;
  };
  const flat: number[] = [];
  const ends = reads.map((read) => {
    for (const cell of cellsOf(read)) flat.push(cellOf(cell));
    return flat.length;
  });
  const [cellAt, endAt] = [Int32Array.from(flat), Int32Array.from(ends)];
  return (weightOf) => {
    const counts = new Float64Array(cells.length);
    for (let [read, at] = [0, 0]; read < endAt.length; read += 1) {
      const weight = weightOf(read);
      const end = endAt[read] ?? 0;
      for (; at < end; at += 1) {
        const cell = cellAt[at] ?? 0;
        counts[cell] = (counts[cell] ?? 0) + weight;
      }
    }
    return modelFrom(cells, counts);
  };
}

/** What is counted: a kind of read, a character read as another, or an extra character. */
type Cell = readonly ['kind', ReadKind] | readonly ['pair', truth: string, read: string] | readonly ['extra', string];

function cellsOf({ kind, alignment }: AlignedRead): Cell[] {
  const cells: Cell[] = [['kind', kind]];
  for (const { truth, read } of alignment.steps) {
    if (read === null) continue;
    if (kind === 'same length' && truth !== null) cells.push(['pair', truth, read]);
    if (kind === 'one extra' && truth === null) cells.push(['extra', read]);
  }
  return cells;
}

function modelFrom(cells: readonly Cell[], counts: Float64Array): ConfusionModel {
  const kinds = new Map<ReadKind, number>();
  const characters = new Map<string, Map<string, number>>();
  const extra = new Map<string, number>();
  for (const [k, cell] of cells.entries()) {
    const count = counts[k] ?? 0;
    if (count === 0) continue;
    if (cell[0] === 'kind') kinds.set(cell[1], count);
    else if (cell[0] === 'extra') extra.set(cell[1], count);
    else characters.set(cell[1], (characters.get(cell[1]) ?? new Map<string, number>()).set(cell[2], count));
  }
  const ofKinds = shares(kinds);
  return {
    kinds: {
      'no text': ofKinds.get('no text') ?? 0,
      'same length': ofKinds.get('same length') ?? 0,
      'one missing': ofKinds.get('one missing') ?? 0,
      'one extra': ofKinds.get('one extra') ?? 0,
      other: ofKinds.get('other') ?? 0,
    },
    characters: new Map([...characters].map(([truth, row]) => [truth, shares(row)])),
    extra: shares(extra),
  };
}

/** P(read | true) in a read of the right length. */
export function characterProbability({ characters }: ConfusionModel, truth: string, read: string): number {
  const row = characters.get(truth);
  return row ? (row.get(read) ?? 0) : truth === read ? 1 : 0;
}

/** The probability that the model reads `truth` as exactly `read`. Takes O(length²). */
export function readProbability(model: ConfusionModel, truth: readonly string[], read: readonly string[]): number {
  const { kinds, extra } = model;
  if (read.length === truth.length) {
    return truth.reduce(
      (product, character, k) => product * characterProbability(model, character, read[k] ?? ''),
      kinds['same length'],
    );
  }
  if (read.length === truth.length - 1) {
    const places = truth.filter((_, k) => sameWithout(truth, k, read)).length;
    return (kinds['one missing'] * places) / truth.length;
  }
  if (read.length === truth.length + 1) {
    const placed = read.reduce(
      (total, character, k) => total + (sameWithout(read, k, truth) ? (extra.get(character) ?? 0) : 0),
      0,
    );
    return (kinds['one extra'] * placed) / read.length;
  }
  return 0;
}

function sameWithout(longer: readonly string[], left: number, shorter: readonly string[]): boolean {
  return shorter.every((character, k) => character === longer[k < left ? k : k + 1]);
}

function shares<K>(counts: ReadonlyMap<K, number>): Map<K, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([character, count]) => [character, count / total]));
}
