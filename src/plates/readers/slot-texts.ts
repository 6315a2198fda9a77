/** What a slot may hold, by falling probability. */
interface Choice {
  readonly character: number;
  readonly probability: number;
}

/** One character for each slot, and the product of their probabilities. */
export interface SlotChoice {
  readonly characters: readonly number[];
  readonly probability: number;
}

/**
 * The likeliest choices of one character a slot, by falling probability, as they are asked for (best first over the
 * ranks in each slot). `probabilities`: slots x `size`, row by row. Equal characters by their number.
 */
export function* likeliestChoices(probabilities: Float32Array, size: number): Generator<SlotChoice> {
  const slots = Array.from({ length: probabilities.length / size }, (_, slot) =>
    ranked(probabilities.subarray(slot * size, (slot + 1) * size)),
  );
  const product = (ranks: readonly number[]): number =>
    ranks.reduce((so, rank, slot) => so * (slots[slot]![rank]?.probability ?? 0), 1);
  const first = slots.map(() => 0);
  // Successors step only in the last stepped slot and those after it, so each choice comes up once.
  const waiting = [{ ranks: first, from: 0, probability: product(first) }];
  while (waiting.length > 0) {
    let best = 0;
    for (let i = 1; i < waiting.length; i++) if (waiting[i]!.probability > waiting[best]!.probability) best = i;
    const [{ ranks, from, probability }] = waiting.splice(best, 1) as [(typeof waiting)[number]];
    yield { characters: ranks.map((rank, slot) => slots[slot]![rank]!.character), probability };
    for (let slot = from; slot < slots.length; slot++) {
      const stepped = ranks.with(slot, ranks[slot]! + 1);
      const next = product(stepped);
      if (next > 0) waiting.push({ ranks: stepped, from: slot, probability: next });
    }
  }
}

function ranked(probabilities: Float32Array): Choice[] {
  return Array.from(probabilities, (probability, character) => ({ character, probability })).sort(
    (a, b) => b.probability - a.probability || a.character - b.character,
  );
}
