import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlateExtraction } from '../../src/extraction/extraction.js';
import { asPublished, seenQuestion } from '../../src/extraction/plates-seen.js';
import type { Box, Corners } from '../../src/images/box.js';
import { reading } from '../support/plates-run.js';

const BOX: Box = [10, 20, 110, 50];
const CORNERS: Corners = [
  [12, 20],
  [110, 24],
  [108, 50],
  [10, 46],
];
const QUESTION = { alphabet: 'ABC', given: [{ box: BOX, corners: CORNERS }, { box: BOX }, { corners: CORNERS }, {}] };
const FOUND: PlateExtraction & { state: 'ok' } = {
  state: 'ok',
  plates: [
    { box: BOX, corners: CORNERS, score: 0.9, lines: 1, reading: reading('AB1') },
    { box: BOX, score: 0.5 },
  ],
  given: [reading('AB1'), null],
};
const HALF = { scaleX: 0.5, scaleY: 0.25 };

describe('seenQuestion', () => {
  it('puts the places that are asked about where they are in the picture as delivered', () => {
    const box = [5, 5, 55, 12.5];
    const corners = [
      [6, 5],
      [55, 6],
      [54, 12.5],
      [5, 11.5],
    ];
    expect(seenQuestion(QUESTION, HALF)).toEqual({
      alphabet: 'ABC',
      given: [{ box, corners }, { box }, { corners }, {}],
    });
  });

  it('is the question itself of a picture of the same size', () => {
    expect(seenQuestion(QUESTION, { scaleX: 1, scaleY: 1 })).toBe(QUESTION);
  });
});

describe('asPublished', () => {
  it('puts the plates that were found where they are in the picture as published, and keeps what was read', () => {
    const [first, second] = FOUND.plates;
    expect(asPublished(FOUND, HALF)).toEqual({
      ...FOUND,
      plates: [
        {
          ...first,
          box: [20, 80, 220, 200],
          corners: [
            [24, 80],
            [220, 96],
            [216, 200],
            [20, 184],
          ],
        },
        { ...second, box: [20, 80, 220, 200] },
      ],
    });
  });

  it('is what was found in a picture of the same size', () => {
    expect(asPublished(FOUND, { scaleX: 1, scaleY: 1 })).toBe(FOUND);
  });

  it('keeps places as they are kept, to a hundredth of a pixel', () => {
    const [first] = asPublished(FOUND, { scaleX: 0.3, scaleY: 0.7 }).plates;
    expect(first?.box).toEqual([33.33, 28.57, 366.67, 71.43]);
    expect(first?.corners?.[0]).toEqual([40, 28.57]);
  });

  it('is there and back again', () => {
    const side = fc.double({ min: 0, max: 4000, noNaN: true });
    const scale = fc.double({ min: 0.02, max: 1, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, scale, scale, (left, top, right, bottom, scaleX, scaleY) => {
        const box: Box = [left, top, right, bottom];
        const [asked] = seenQuestion({ given: [{ box }] }, { scaleX, scaleY }).given;
        const plates = [{ box: asked?.box ?? box, score: 1 }];
        const [back] = asPublished({ state: 'ok', plates, given: [] }, { scaleX, scaleY }).plates;
        for (const [k, place] of box.entries()) expect(Math.abs((back?.box[k] ?? 0) - place)).toBeLessThan(0.0051);
      }),
    );
  });
});
