import { describe, expect, it } from 'vitest';
import { cfpFrontalFrontal, cfpFrontalProfile } from '../../../src/datasets/pair-lists/cfp.js';
import { readIjbPairs } from '../../../src/datasets/pair-lists/ijb.js';
import { rfw } from '../../../src/datasets/pair-lists/rfw.js';
import { sampleList } from '../../../src/datasets/pair-lists/sampled-list.js';
import { readTwoLinePairs } from '../../../src/datasets/pair-lists/two-lines.js';

describe('two-lines', () => {
  it('reads labels as CALFW and as CPLFW write them', () => {
    const text =
      'Ann_0001.jpg 1\r\nAnn_0003.jpg 1\r\nBo_0001.jpg 10\nBo_0002.jpg 10\nAnn_0001.jpg 0\nBo_0001.jpg 0\n\n';
    expect(readTwoLinePairs(text, 'p.txt')).toEqual([
      { a: 'Ann_0001.jpg', b: 'Ann_0003.jpg', mated: true },
      { a: 'Bo_0001.jpg', b: 'Bo_0002.jpg', mated: true },
      { a: 'Ann_0001.jpg', b: 'Bo_0001.jpg', mated: false },
    ]);
  });

  it.each([
    ['a.jpg 1\n', 'expected two lines "FILE LABEL" for each pair, found 1 lines'],
    ['', 'found 0 lines'],
    ['a.jpg 1\nb.jpg 0\n', 'p.txt, line 2: expected the label 1 of the line above, found 0'],
    ['a.jpg 1\nb.jpg\n', 'p.txt, line 2: expected "FILE LABEL" such as'],
  ])('refuses %j', (text, message) => {
    expect(() => readTwoLinePairs(text, 'p.txt')).toThrow(message);
  });
});

describe('cfp', () => {
  const texts = new Map([
    ['Pair_list_F.txt', '1 ../Data/Images/001/frontal/01.jpg\n2 ../Data/Images/002/frontal/01.jpg\n'],
    ['Pair_list_P.txt', '1 ../Data/Images/001/profile/01.jpg\n2 ../Data/Images/002/profile/01.jpg\n'],
    ['Split/FP/01/same.txt', '1,1\n'],
    ['Split/FP/01/diff.txt', '1,2\n'],
    ['Split/FP/02/same.txt', '2,2\n'],
    ['Split/FP/02/diff.txt', '2,1\n'],
    ['Split/FF/01/same.txt', '1,2\n'],
    ['Split/FF/01/diff.txt', '2,1\n'],
  ]);
  const of = (format: typeof cfpFrontalProfile) => new Map([...texts].filter(([path]) => format.reads(path)));

  it('reads frontal pictures with profiles, fold by fold', () => {
    expect(cfpFrontalProfile.read(of(cfpFrontalProfile), 'p')).toEqual([
      { a: '001/frontal/01.jpg', b: '001/profile/01.jpg', mated: true, fold: 0 },
      { a: '001/frontal/01.jpg', b: '002/profile/01.jpg', mated: false, fold: 0 },
      { a: '002/frontal/01.jpg', b: '002/profile/01.jpg', mated: true, fold: 1 },
      { a: '002/frontal/01.jpg', b: '001/profile/01.jpg', mated: false, fold: 1 },
    ]);
  });

  it('reads frontal pictures with each other from the other folder', () => {
    const read = of(cfpFrontalFrontal);
    expect([...read.keys()]).toEqual(['Pair_list_F.txt', 'Split/FF/01/same.txt', 'Split/FF/01/diff.txt']);
    expect(cfpFrontalFrontal.read(read, 'p').map(({ a, b }) => [a, b])).toEqual([
      ['001/frontal/01.jpg', '002/frontal/01.jpg'],
      ['002/frontal/01.jpg', '001/frontal/01.jpg'],
    ]);
  });

  it.each([
    [
      'Split/FP/01/same.txt',
      '1,9\n',
      'p/Split/FP/01/same.txt, line 1: expected the numbers of two pictures as "1,2", found "1,9"',
    ],
    ['Split/FP/02/diff.txt', 'x\n', 'p/Split/FP/02/diff.txt, line 1'],
    ['Pair_list_P.txt', 'x\n', 'p/Pair_list_P.txt, line 1: expected "NUMBER PATH"'],
  ])('refuses %s of %j', (path, text, message) => {
    expect(() => cfpFrontalProfile.read(new Map([...of(cfpFrontalProfile), [path, text]]), 'p')).toThrow(message);
  });

  it('refuses a fold of which a half is missing, and a list of pictures that is', () => {
    const without = (path: string) => new Map([...of(cfpFrontalProfile)].filter(([own]) => own !== path));
    expect(() => cfpFrontalProfile.read(without('Split/FP/01/diff.txt'), 'p')).toThrow(
      'p holds no Split/FP/01/diff.txt',
    );
    expect(() => cfpFrontalProfile.read(without('Pair_list_F.txt'), 'p')).toThrow('p/Pair_list_F.txt is missing');
  });
});

describe('rfw', () => {
  const fold = (person: string) => `${person}\t1\t2\n${person}\t1\t3\n${person}\t1\tm.x\t1\n${person}\t2\tm.x\t12\n`;

  it('reads every race, and folds where the blocks are those of folds', () => {
    const texts = new Map([
      ['African/African_pairs.txt', fold('m.a') + fold('m.b')],
      ['Asian/Asian_pairs.txt', `2\t2\n${fold('m.c')}${fold('m.d')}`],
    ]);
    const pairs = rfw.read(texts, 'txts');
    expect(pairs).toHaveLength(16);
    expect(pairs[0]).toEqual({ a: 'African/m.a/m.a_0001.jpg', b: 'African/m.a/m.a_0002.jpg', mated: true, fold: 0 });
    expect(pairs[3]).toEqual({ a: 'African/m.a/m.a_0002.jpg', b: 'African/m.x/m.x_0012.jpg', mated: false, fold: 0 });
    expect(pairs.map((pair) => pair.fold)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 1, 1, 1, 1]);
  });

  it('gives no folds where one list has none', () => {
    const texts = new Map([
      ['African/African_pairs.txt', fold('m.a') + fold('m.b')],
      ['Asian/Asian_pairs.txt', fold('m.c')],
    ]);
    expect(rfw.read(texts, 'txts').some((pair) => 'fold' in pair)).toBe(false);
  });

  it.each([
    ['m.a\t1\n', 'txts/African_pairs.txt, line 1: expected "ID<TAB>i<TAB>j"'],
    ['m.a\t0\t2\n', 'line 1'],
    ['m.a 1 2\n', 'line 1'],
    ['\n', 'txts/African_pairs.txt lists no pair'],
  ])('refuses %j', (text, message) => {
    expect(() => rfw.read(new Map([['African_pairs.txt', text]]), 'txts')).toThrow(message);
  });
});

describe('ijb', () => {
  it('compares templates by their numbers', () => {
    expect(readIjbPairs('1 11065 1\n2 7 0\n', 'p')).toEqual([
      { a: '1', b: '11065', mated: true },
      { a: '2', b: '7', mated: false },
    ]);
  });

  it.each([
    ['1 2\n', 'p, line 1: expected two templates and a label'],
    ['1 2 1\n3 3 1\n', 'p, line 2'],
    ['1 2 2\n', 'p, line 1'],
    ['\n', 'p lists no pair'],
  ])('refuses %j', (text, message) => {
    expect(() => readIjbPairs(text, 'p')).toThrow(message);
  });
});

describe('a part of a list', () => {
  const pairs = Array.from({ length: 100 }, (_, k) => ({ a: `${k}`, b: 'x', mated: k < 10 }));

  it('is drawn by seed, in the order of the list, and only of what is to be drawn', () => {
    const part = sampleList(pairs, { nonMated: 20 }, 3);
    expect(part.filter(({ mated }) => mated)).toHaveLength(10);
    expect(part.filter(({ mated }) => !mated)).toHaveLength(20);
    expect(part.map(({ a }) => Number(a))).toEqual(part.map(({ a }) => Number(a)).toSorted((p, q) => p - q));
    expect(sampleList(pairs, { nonMated: 20 }, 3)).toEqual(part);
    expect(sampleList(pairs, { nonMated: 20 }, 4)).not.toEqual(part);
    expect(sampleList(pairs, { mated: 50, nonMated: 500 }, 3)).toEqual(pairs);
  });
});
