import { describe, expect, it } from 'vitest';
import type { PlateLabel } from '../../src/datasets/sample.js';
import { subjectDensity } from '../../src/datasets/subject-density.js';

const ofPlates = (plates: PlateLabel[], attributes: Record<string, string> = {}) => ({ plates, attributes });
const BOX: PlateLabel = { box: [10, 20, 114, 50] };
/** Along its edges 50 and 40 pixels, of which the mean is 45; the box around it is 48 wide. */
const SLANTED: PlateLabel = {
  box: [0, 0, 48, 40],
  corners: [
    [0, 0],
    [30, 40],
    [24, 42],
    [0, 10],
  ],
};

describe('subjectDensity', () => {
  it('is what the card says of all pictures of faces', () => {
    const card = { pixelDensity: { perMetre: 684, by: 'measured' } };
    expect(subjectDensity(card, { attributes: {} })).toBe(684);
    expect(subjectDensity({ ...card, plateWidth: 0.52 }, ofPlates([BOX]))).toBe(684);
  });

  it('is the width of the widest plate by how wide such a plate is', () => {
    expect(subjectDensity({ plateWidth: 0.52 }, ofPlates([BOX]))).toBe(200);
    expect(subjectDensity({ plateWidth: 0.52 }, ofPlates([{ box: [0, 0, 52, 9] }, BOX, { text: 'A' }]))).toBe(200);
  });

  it('goes along a plate whose corners are known', () => {
    expect(subjectDensity({ plateWidth: 0.5 }, ofPlates([SLANTED]))).toBe(90);
  });

  it('knows the width by an attribute', () => {
    const card = { plateWidth: { by: 'country', metres: { eu: 0.52, us: 0.305 } } };
    expect(subjectDensity(card, ofPlates([BOX], { country: 'eu' }))).toBe(200);
    expect(subjectDensity(card, ofPlates([BOX], { country: 'us' }))).toBeCloseTo(104 / 0.305, 10);
    expect(subjectDensity(card, ofPlates([BOX], { country: 'jp' }))).toBeUndefined();
    expect(subjectDensity(card, ofPlates([BOX]))).toBeUndefined();
  });

  it('is not known where nobody says it', () => {
    expect(subjectDensity({}, ofPlates([BOX]))).toBeUndefined();
    expect(subjectDensity({ plateWidth: 0.52 }, { attributes: {} })).toBeUndefined();
    expect(subjectDensity({ plateWidth: 0.52 }, ofPlates([]))).toBeUndefined();
    expect(subjectDensity({ plateWidth: 0.52 }, ofPlates([{ text: 'AB 123' }]))).toBeUndefined();
  });
});
