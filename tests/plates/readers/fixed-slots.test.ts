import { describe, expect, it } from 'vitest';
import { openFixedSlots, readingOf } from '../../../src/plates/readers/fixed-slots.js';
import { pictureOf } from '../../images/fixtures.js';
import { readerCard } from '../cards.js';
import { fakeNetwork, tensorOf } from '../fake-network.js';

const card = await readerCard('fast-plate-ocr-cct-xs-v1-global');
const AB = { characters: ['A', 'B', '_'], size: 3, padding: 2 };
const companions = new Map<string, Uint8Array>();

/** Slots of 37 characters, each sure of its one. */
const sure = (text: string): number[] =>
  [...text].flatMap((character) => [...card.alphabet!].map((known) => Number(known === character)));

describe('readingOf', () => {
  it('multiplies over all slots, those with nothing too, and ranks other texts', () => {
    const reading = readingOf(Float32Array.of(0.75, 0.25, 0, 0.25, 0.5, 0.25, 0, 0.25, 0.75), AB);
    expect(reading).toMatchObject({ text: 'AB', confidence: 0.75 * 0.5 * 0.75, characters: [0.75, 0.5] });
    // Fifth would be "A" with nothing in the second slot; as A, nothing, B it comes first at its own probability.
    expect(reading.ranked).toEqual([
      { text: 'AB', confidence: 0.28125 },
      { text: 'AA', confidence: 0.140625 },
      { text: 'A', confidence: 0.140625 },
      { text: 'BB', confidence: 0.09375 },
      { text: 'ABB', confidence: 0.09375 },
    ]);
  });

  it('counts a text once that may be written in several ways', () => {
    const reading = readingOf(Float32Array.of(0.5, 0, 0.5, 0.5, 0, 0.5), AB);
    expect(reading.ranked).toEqual([
      { text: 'AA', confidence: 0.25 },
      { text: 'A', confidence: 0.25 },
      { text: '', confidence: 0.25 },
    ]);
  });

  it('writes allowed characters only, as if no other existed', () => {
    const reading = readingOf(Float32Array.of(0.6, 0.3, 0.1), { ...AB, allowed: Uint8Array.of(0, 1, 1) });
    expect(reading.text).toBe('B');
    expect(reading.confidence).toBeCloseTo(0.75, 6);
  });
});

describe('openFixedSlots', () => {
  it('feeds the bytes of the crop, pixel by pixel', async () => {
    const network = fakeNetwork(() => tensorOf([1, 9, 37], sure('KA07_____')));
    const { read, cropSize } = await openFixedSlots({ card, network, companions });
    expect(cropSize(3)).toEqual([128, 64]);
    const crop = pictureOf(128, 64, (x, y, c) => (x + y + c) % 256);
    expect(await read(crop)).toMatchObject({ text: 'KA07', confidence: 1, characters: [1, 1, 1, 1] });
    expect(network.fed.at(-1)).toEqual({ data: crop.data, dims: [1, 64, 128, 3] });
    await expect(read(pictureOf(64, 64, () => 0))).rejects.toThrow('the reader takes 128x64 pixels, got 64x64');
  });

  it('refuses at once what does not fit the card', async () => {
    const open = (dims: number[], values: number[], changes = {}, allowed?: Set<string>) =>
      openFixedSlots({
        card: { ...card, ...changes },
        network: fakeNetwork(() => tensorOf(dims, values)),
        companions,
        ...(allowed && { allowed }),
      });
    await expect(open([1, 2, 36], Array(72).fill(0))).rejects.toThrow(
      'does not give what a fixed-slots reader gives (slots of 37 characters [1, n, 37]), found output [1, 2, 36]; correct "reader", "input" or "file" in its card.',
    );
    await expect(open([1, 1, 37], Array(37).fill(0.5))).rejects.toThrow('add up to 18.500 in slot 1');
    await expect(open([1, 1, 37], sure('A'), { alphabet: 'ABC' })).rejects.toThrow('expected one with "_"');
    await expect(open([1, 1, 37], sure('A'), { input: { ...card.input, divisor: 255 } })).rejects.toThrow(
      'a fixed-slots reader takes RGB bytes',
    );
    await expect(open([1, 1, 37], sure('A'), {}, new Set('ÄÖ'))).rejects.toThrow('can write none of "ÄÖ"');
  });
});
