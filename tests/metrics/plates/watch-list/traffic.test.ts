import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confusionModel } from '../../../../src/metrics/plates/watch-list/confusion-model.js';
import { hitProbability } from '../../../../src/metrics/plates/watch-list/traffic.js';
import { nearPlates, watchList } from '../../../../src/metrics/plates/watch-list/watch-list.js';
import { anyList, anyPatterns, anyPlates, anyReads, everyRead, everyText } from './spelled-out.js';

const strict = 'strict';

it('sums over the passing plates exactly', () => {
  fc.assert(
    fc.property(anyReads, anyList, anyPlates, (reads, listed, plates) => {
      const model = confusionModel(reads);
      const all = plates.reduce((sum, { count }) => sum + count, 0);
      let plain = 0;
      for (const { text, count } of plates) {
        if (listed.includes(text)) continue;
        for (const [read, p] of everyRead(model, text)) if (listed.includes(read)) plain += (count / all) * p;
      }
      const closed = hitProbability({ plates }, watchList(listed, strict), model, strict)(model);
      expect(closed).toBeCloseTo(plain, 12);
    }),
  );
});

it('gives for patterns what going through all of their texts gives', () => {
  fc.assert(
    fc.property(anyReads, anyList, anyPatterns, (reads, listed, patterns) => {
      const model = confusionModel(reads);
      const list = watchList(listed, strict);
      const closed = hitProbability({ patterns }, list, model, strict)(model);
      expect(closed).toBeCloseTo(hitProbability({ plates: everyText(patterns) }, list, model, strict)(model), 12);
    }),
    { numRuns: 400 },
  );
});

it('serves models with fewer confusions than the widest one', () => {
  fc.assert(
    fc.property(anyReads, anyList, anyPatterns, (reads, listed, patterns) => {
      const [widest, narrow] = [confusionModel(reads), confusionModel(reads.slice(0, Math.ceil(reads.length / 2)))];
      const list = watchList(listed, strict);
      const closed = hitProbability({ patterns }, list, widest, strict)(narrow);
      expect(closed).toBeCloseTo(hitProbability({ plates: everyText(patterns) }, list, widest, strict)(narrow), 12);
    }),
  );
});

it('gives the same for the rule that folds characters of the patterns together', () => {
  const rule = 'O=0, I=1';
  const model = confusionModel(
    [
      { truth: 'B0', read: '80', vehicle: 1 },
      { truth: 'B0', read: 'BB', vehicle: 2 },
      { truth: 'BB', read: 'B', vehicle: 3 },
    ],
    rule,
  );
  const patterns = [
    {
      parts: [
        ['O', '0', 'B', 'I'],
        ['O', 'B'],
      ],
      weight: 2,
    },
    { parts: [['BO', 'B0', '8I'], ['B']], weight: 1 },
  ];
  const list = watchList(['BO', 'BB', '80', 'B'], rule);
  const closed = hitProbability({ patterns }, list, model, rule)(model);
  expect(closed).toBeGreaterThan(0);
  expect(closed).toBeCloseTo(hitProbability({ plates: everyText(patterns) }, list, model, rule)(model), 15);
});

it('is nothing at all, not a rounding error, where only listed plates are read as listed ones', () => {
  const model = confusionModel(
    Array.from({ length: 7 }, (_, k) => ({ truth: 'ABC', read: k === 0 ? 'AB0' : 'ABC', vehicle: k })),
  );
  const patterns = [{ parts: [[...'ABCDEFG'], [...'ABC'], ['C', 'D', 'E']], weight: 0.3 }];
  expect(hitProbability({ patterns }, watchList(['ABC', 'BBC', 'CCC'], strict), model, strict)(model)).toBe(0);
});

it('weighs patterns, and takes of a code only what is given out', () => {
  const model = confusionModel(
    Array.from({ length: 10 }, (_, k) => ({ truth: 'B', read: k < 3 ? '8' : 'B', vehicle: k })),
  );
  const patterns = [
    { parts: [['BG', 'NS']], weight: 1 },
    {
      parts: [
        ['BA', 'BE', 'CA', 'CE'],
        ['1', '2'],
      ],
      weight: 3,
    },
  ];
  const chance = (plate: string) => hitProbability({ patterns }, watchList([plate], strict), model, strict)(model);
  expect(chance('8G')).toBeCloseTo((1 / 4) * (1 / 2) * 0.3, 15);
  expect(chance('8S')).toBe(0);
  expect(chance('8A2')).toBeCloseTo((3 / 4) * (1 / 8) * 0.3, 15);
});

it('counts listed plates that one measured confusion leads to', () => {
  const model = confusionModel([
    { truth: 'AB', read: 'A8', vehicle: 1 },
    { truth: 'AB', read: 'B', vehicle: 2 },
  ]);
  // BX to 8X; CD to D, which lacks its C; BB to 88 takes two.
  const list = watchList(['BX', '8X', 'CD', 'D', 'BB', '88', 'EF'], strict);
  expect(nearPlates(list, model)).toEqual({ plates: 4, pairs: 2, ofPlates: 7 });
  expect(watchList(['b-x', 'BX'], strict).plates).toHaveLength(1);
});

it('counts near plates as going through all pairs does', () => {
  fc.assert(
    fc.property(anyReads, anyList, (reads, listed) => {
      const model = confusionModel(reads);
      const plates = [...new Set(listed)];
      const differ = (a: string, b: string) => [...a].filter((c, k) => c !== b[k]).length;
      const leads = (a: string, b: string) =>
        a !== b && (everyRead(model, a).get(b) ?? 0) > 0 && (a.length !== b.length || differ(a, b) === 1);
      let pairs = 0;
      for (const [k, a] of plates.entries()) {
        for (const b of plates.slice(k + 1)) {
          // A confusion of one character needs the others to be read right at all.
          if (leads(a, b) || leads(b, a)) pairs += 1;
        }
      }
      expect(nearPlates(watchList(listed, strict), model).pairs).toBe(pairs);
    }),
  );
});

it('refuses traffic and lists of nothing', () => {
  const model = confusionModel([]);
  const list = watchList(['A'], strict);
  const bad: [Parameters<typeof hitProbability>[0], RegExp][] = [
    [{ plates: [] }, /at least one plate/],
    [{ plates: [{ text: 'A', count: 0 }] }, /above 0, found 0/],
    [{ plates: [{ text: '--', count: 1 }] }, /letter or a digit/],
    [{ patterns: [] }, /at least one pattern/],
    [{ patterns: [{ parts: [], weight: 1 }] }, /Pattern 1 needs at least one part/],
    [{ patterns: [{ parts: [['A']], weight: 0 }] }, /weight of pattern 1 must be a number above 0, found 0/],
    [{ patterns: [{ parts: [['A'], []], weight: 1 }] }, /Part 2 of pattern 1/],
    [{ patterns: [{ parts: [['A', 'A']], weight: 1 }] }, /once, found "A A"/],
    [{ patterns: [{ parts: [['A', '-']], weight: 1 }] }, /found "-"/],
    [{ patterns: [{ parts: [['A', 'AB']], weight: 1 }] }, /one length, found 1 and 2 characters/],
  ];
  for (const [traffic, message] of bad) expect(() => hitProbability(traffic, list, model, strict)).toThrow(message);
  expect(() => watchList([], strict)).toThrow(/at least one plate/);
});
