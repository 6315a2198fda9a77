import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossPairs } from '../../../src/datasets/pair-lists/cross-pairs.js';
import type { Sample } from '../../../src/datasets/sample.js';

const sample = (subject: string, kind: string, number: number): Sample => ({
  id: `${subject}-${kind}${number}`,
  subject,
  attributes: { kind },
});
const SIDES = { references: { kind: 'mugshot' }, probes: { kind: 'camera' } };
const ALL = { mated: 1e6, nonMated: 1e6, seed: 1 };

/** Each two of a reference and a probe. */
function naive(samples: readonly Sample[]) {
  const of = (kind: string) => samples.filter(({ attributes }) => attributes.kind === kind);
  return of('mugshot').flatMap((a) => of('camera').map((b) => ({ a: a.id, b: b.id, mated: a.subject === b.subject })));
}

const key = ({ a, b, mated }: { a: string; b: string; mated: boolean }) => `${a} ${b} ${mated}`;

describe('pairs between references and probes', () => {
  it('are all of them, once, whatever people have', () => {
    const counts = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(counts, (people) => {
        const samples = people.flatMap(([mugshots, cameras], person) => [
          ...Array.from({ length: mugshots }, (_, k) => sample(`p${person}`, 'mugshot', k)),
          ...Array.from({ length: cameras }, (_, k) => sample(`p${person}`, 'camera', k)),
        ]);
        const expected = naive(samples);
        fc.pre(expected.some(({ mated }) => mated) && expected.some(({ mated }) => !mated));
        expect(crossPairs('d', samples, SIDES, ALL).map(key).sort()).toEqual(expected.map(key).sort());
      }),
    );
  });

  const people = Array.from({ length: 30 }, (_, person) => [
    sample(`p${person}`, 'mugshot', 0),
    ...[0, 1, 2].map((k) => sample(`p${person}`, 'camera', k)),
  ]).flat();

  it('are a seeded sample where fewer are asked for', () => {
    const some = crossPairs('d', people, SIDES, { mated: 40, nonMated: 100, perSubject: 2, seed: 5 });
    expect(some.filter(({ mated }) => mated)).toHaveLength(40);
    expect(some.filter(({ mated }) => !mated)).toHaveLength(100);
    expect(new Set(some.map(key)).size).toBe(140);
    expect(crossPairs('d', people.toReversed(), SIDES, { mated: 40, nonMated: 100, perSubject: 2, seed: 5 })).toEqual(
      some,
    );
  });

  it.each([
    [{ ...SIDES, probes: { kind: 'tablet' } }, 'd has no sample whose "kind" is "tablet"; it has camera, mugshot.'],
    [{ ...SIDES, probes: { light: 'day' } }, 'd has no sample whose "light" is "day"; it has no such attribute.'],
    [
      { references: { kind: 'camera' }, probes: { kind: 'camera' } },
      'd: p0-camera0 is a reference and a probe at once',
    ],
  ])('refuses %j', (sides, message) => {
    expect(() => crossPairs('d', people, sides, ALL)).toThrow(message);
  });

  it('refuses what has no mated, or no non-mated, pair', () => {
    const strangers = [sample('a', 'mugshot', 0), sample('b', 'camera', 0)];
    expect(() => crossPairs('d', strangers, SIDES, ALL)).toThrow('0 mated and 1 non-mated pairs');
    const alone = [sample('a', 'mugshot', 0), sample('a', 'camera', 0)];
    expect(() => crossPairs('d', alone, SIDES, ALL)).toThrow('1 mated and 0 non-mated pairs');
  });
});
