import { FalsematchError } from '../../../files/errors.js';
import type { TextRule } from '../../../plates/normalise.js';
import { type ConfusionModel, readProbability } from './confusion-model.js';
import { plateText } from './measured-reads.js';
import { patternReads } from './pattern-traffic.js';
import { type Pattern, readPatterns, type TextPattern, textShare } from './text-patterns.js';
import type { WatchList } from './watch-list.js';

/** The plates that pass: a list with how often each does, or all texts of a format's patterns. */
export type PlateTraffic =
  | { readonly plates: readonly { readonly text: string; readonly count: number }[] }
  | { readonly patterns: readonly TextPattern[] };

/** The probability that the plate of the next vehicle is not on the list and is read as one that is. */
export type HitProbability = (model: ConfusionModel) => number;

/**
 * What gives the probability of a false hit for any model whose confusions are among those of `widest`.
 * A list is summed over exactly, by the listed plates that its confusions reach. For patterns the sum over all of their
 * texts is a product over parts for each listed plate; the texts that are on the list themselves are taken off.
 */
export function hitProbability(
  traffic: PlateTraffic,
  list: WatchList,
  widest: ConfusionModel,
  rule: TextRule,
): HitProbability {
  if ('patterns' in traffic) return ofPatterns(readPatterns(traffic.patterns, rule), list, widest);
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

/** What is left of a difference of two sums that are the same but for rounding, relative to them. */
const ROUNDING = 1e-12;

function ofPatterns(patterns: readonly Pattern[], list: WatchList, widest: ConfusionModel): HitProbability {
  const reads = patternReads(patterns, list.plates, widest);
  const listed = list.plates
    .map((truth) => ({ truth, weight: textShare(patterns, truth) }))
    .filter(({ weight }) => weight > 0)
    .flatMap(({ truth, weight }) => list.within(truth, widest).map((read) => ({ truth, read, weight })));
  return (model) => {
    const all = reads(model);
    const others = all - sumOf(listed, model);
    return others > ROUNDING * all ? others : 0;
  };
}
