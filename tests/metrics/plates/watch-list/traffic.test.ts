import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confusionModel } from '../../../../src/metrics/plates/watch-list/confusion-model.js';
import { hitProbability } from '../../../../src/metrics/plates/watch-list/traffic.js';
import { nearPlates, watchList } from '../../../../src/metrics/plates/watch-list/watch-list.js';
import { anyFormat, anyList, anyPlates, anyReads, everyRead, everyText } from './spelled-out.js';

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

it('gives for a format what going through all of its texts gives', () => {
  fc.assert(
    fc.property(anyReads, anyList, anyFormat, (reads, listed, format) => {
      const model = confusionModel(reads);
      const texts = everyText(format).map((text) => ({ text, count: 1 }));
      const list = watchList(listed, strict);
      const closed = hitProbability({ format }, list, model, strict)(model);
      expect(closed).toBeCloseTo(hitProbability({ plates: texts }, list, model, strict)(model), 12);
    }),
  );
});

it('gives the same for the rule that folds characters of the format together', () => {
  const rule = 'O=0, I=1';
  const model = confusionModel(
    [
      { truth: 'B0', read: '80', vehicle: 1 },
      { truth: 'B0', read: 'BB', vehicle: 2 },
      { truth: 'BB', read: 'B', vehicle: 3 },
    ],
    rule,
  );
  const format = [
    ['O', '0', 'B', 'I'],
    ['O', 'B'],
  ];
  const list = watchList(['BO', 'BB', '80', 'B'], rule);
  const texts = everyText(format).map((text) => ({ text, count: 1 }));
  const closed = hitProbability({ format }, list, model, rule)(model);
  expect(closed).toBeGreaterThan(0);
  expect(closed).toBeCloseTo(hitProbability({ plates: texts }, list, model, rule)(model), 15);
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
    [{ format: [] }, /at least one place/],
    [{ format: [['A'], []] }, /Place 2/],
    [{ format: [['A', 'A']] }, /once, found "AA"/],
    [{ format: [['A', '-']] }, /found "-"/],
    [{ format: [['AB']] }, /found "AB"/],
  ];
  for (const [traffic, message] of bad) expect(() => hitProbability(traffic, list, model, strict)).toThrow(message);
  expect(() => watchList([], strict)).toThrow(/at least one plate/);
});
