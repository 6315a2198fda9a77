import { describe, expect, it } from 'vitest';
import { type AllPairs, type AllPairsOptions, allPairs } from '../../src/comparison/all-pairs.js';
import { scorePairs } from '../../src/comparison/pair-scores.js';
import { FalsematchError } from '../../src/files/errors.js';
import { everyPair, someSubjects, templateAt, unitTemplates, wholeTemplates } from './brute-force.js';

type Pair = ReturnType<typeof everyPair>[number];

const asPairs = ({ scores, first, second }: AllPairs['mated']) =>
  Array.from(scores, (score, k) => ({ score, first: first[k], second: second[k] }));

const plain = ({ score, first, second }: Pair) => ({ score, first, second });

function expectBruteForce(found: AllPairs, pairs: readonly Pair[], kept: number): void {
  const mated = pairs.filter((pair) => pair.mated);
  const strangers = pairs.filter((pair) => !pair.mated);
  expect(asPairs(found.mated)).toEqual(mated.map(plain));
  const { thresholds, countsFrom } = found.nonMated;
  const ascending = Float64Array.from(strangers, ({ score }) => score).sort();
  let below = 0;
  const expected = Float64Array.from(thresholds, (threshold) => {
    while (below < ascending.length && (ascending[below] ?? 0) < threshold) below += 1;
    return ascending.length - below;
  });
  expect(countsFrom).toEqual(expected);
  const highest = [...strangers].sort((p, q) => q.score - p.score || p.first - q.first || p.second - q.second);
  const last = highest[Math.min(kept, highest.length) - 1]?.score ?? 0;
  expect(asPairs(found.tail)).toEqual(highest.filter(({ score }) => score >= last).map(plain));
}

describe('whole-numbered templates, where every sum is exact and many scores tie', () => {
  const tiles: AllPairsOptions['tile'][] = [
    { rows: 2, columns: 3 },
    { rows: 5, columns: 130 },
    { rows: 64, columns: 64 },
    undefined,
  ];
  it.each(tiles)('equals a double loop to the last count in tiles of %o', async (tile) => {
    const templates = wholeTemplates(61, 5, 7);
    const subjects = someSubjects(61, 13, 3);
    const pairs = everyPair(templates, subjects);
    const strangers = pairs.filter(({ mated }) => !mated).length;
    for (const tail of [1e-3, 0.05, 1]) {
      const found = await allPairs(templates, subjects, {
        similarity: 'dot',
        tail,
        workers: 2,
        ...(tile ? { tile } : {}),
      });
      expectBruteForce(found, pairs, Math.floor(strangers * tail) + 1);
    }
  });

  it('equals it where the tail is guessed from some of the samples, and where that guess is wrong', async () => {
    const count = 1100;
    const templates = wholeTemplates(count, 4, 11);
    const subjects = someSubjects(count, 300, 5);
    const pairs = everyPair(templates, subjects);
    const strangers = pairs.filter(({ mated }) => !mated).length;
    const options: AllPairsOptions = { similarity: 'dot', tail: 0.01, workers: 2 };
    expectBruteForce(await allPairs(templates, subjects, options), pairs, Math.floor(strangers * 0.01) + 1);
    // The samples that are looked at beforehand are like each other; the rest are like nobody.
    const odd = wholeTemplates(1500, 4, 13);
    const looked = new Set(Array.from({ length: 1024 }, (_, k) => Math.floor((k * 1500) / 1024)));
    for (let i = 0; i < 1500; i += 1) {
      const one = templateAt(odd, i);
      if (looked.has(i)) one.fill(3);
      else one.fill((i % 5) - 2);
    }
    const everyone = Int32Array.from({ length: 1500 }, (_, i) => i);
    const all = everyPair(odd, everyone);
    expectBruteForce(await allPairs(odd, everyone, { ...options, tail: 0.6 }), all, Math.floor(all.length * 0.6) + 1);
  });
});

describe('templates of a model', () => {
  const templates = unitTemplates(300, 96, 2);
  const subjects = someSubjects(300, 40, 2);

  it('gives the same bits for any number of workers and any tile', async () => {
    const one = await allPairs(templates, subjects, { workers: 1, tail: 0.1 });
    const others: AllPairsOptions[] = [
      { workers: 2 },
      { tile: { rows: 7, columns: 33 } },
      { tile: { rows: 256, columns: 200 } },
    ];
    for (const options of others) {
      expect(await allPairs(templates, subjects, { tail: 0.1, ...options })).toEqual(one);
    }
  });

  it('gives the bits that a list of pairs gives', async () => {
    const { mated, tail } = await allPairs(templates, subjects, { similarity: 'dot', tail: 1 });
    for (const { scores, first, second } of [mated, tail]) {
      const pairs = Array.from(first, (a, k) => ({
        probe: templateAt(templates, a),
        reference: templateAt(templates, second[k] ?? 0),
      }));
      expect(await scorePairs(pairs)).toEqual(scores);
    }
    expect(mated.scores.length + tail.scores.length).toBe((300 * 299) / 2);
  });

  it('compares directions unless told otherwise', async () => {
    const longer = { ...templates, data: templates.data.map((value) => value * 4) };
    expect(await allPairs(longer, subjects)).toEqual(await allPairs(templates, subjects));
  });

  it('reports progress up to all comparisons, and stops when aborted', async () => {
    const seen: number[] = [];
    await allPairs(templates, subjects, { onProgress: (done, total) => seen.push(done / total) });
    expect(seen.at(-1)).toBe(1);
    const controller = new AbortController();
    controller.abort();
    const run = allPairs(templates, subjects, { signal: controller.signal });
    await expect(run).rejects.toMatchObject({ kind: 'interrupted' });
  });
});

it.each<[string, readonly number[], ArrayLike<string | number>, AllPairsOptions, string]>([
  ['a length that does not divide', [1, 2, 3], ['a'], {}, 'no whole number of templates of 2'],
  ['zeros', [1, 0, 0, 0], ['a', 'b'], {}, 'template 1 is all zeros'],
  ['NaN', [1, 0, Number.NaN, 0], ['a', 'b'], {}, 'template 1 holds a number that is not finite'],
  ['a missing subject', [1, 0, 0, 1], ['a'], {}, '2 templates and 1 subjects'],
  ['one subject only', [1, 0, 0, 1], ['a', 'a'], {}, 'found 2 of one'],
  ['nothing', [], [], {}, 'found 0 of none'],
  ['a tail of nothing', [1, 0, 0, 1], ['a', 'b'], { tail: 0 }, 'above 0 and at most 1, found 0'],
  ['a tail of more than all', [1, 0, 0, 1], ['a', 'b'], { tail: 1.01 }, 'above 0 and at most 1, found 1.01'],
  ['a tail of NaN', [1, 0, 0, 1], ['a', 'b'], { tail: Number.NaN }, 'above 0 and at most 1, found NaN'],
  ['nothing to keep', [1, 0, 0, 1], ['a', 'b'], { mostKept: 0 }, 'a whole number from 1, found 0'],
  ['no worker', [1, 0, 0, 1], ['a', 'b'], { workers: 0 }, 'a whole number from 1 to 1024, not 0'],
  ['half a row', [1, 0, 0, 1], ['a', 'b'], { tile: { rows: 1.5, columns: 9 } }, 'found 1.5 and 9'],
  ['no column', [1, 0, 0, 1], ['a', 'b'], { tile: { rows: 2, columns: 0 } }, 'found 2 and 0'],
  ['overflow', [1, 0, 2 ** 70, 1], ['a', 'b'], { similarity: 'dot' }, 'template 1 is too long'],
  ['a fraction to keep', [1, 0, 0, 1], ['a', 'b'], { mostKept: 1.5 }, 'a whole number from 1, found 1.5'],
])('refuses %s in one sentence', async (_, data, subjects, options, message) => {
  const run = allPairs({ data: Float32Array.from(data), dimensions: 2 }, subjects, options);
  await expect(run).rejects.toThrow(FalsematchError);
  await expect(run).rejects.toThrow(message);
});
