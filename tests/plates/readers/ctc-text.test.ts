import { describe, expect, it } from 'vitest';
import { ctcText, joinReadings, likelierReading } from '../../../src/plates/readers/ctc-text.js';

const characters = ['A', 'B', 'é'];
/** One step: the blank, A, B, é. */
const steps = (...rows: number[][]): Float32Array => Float32Array.from(rows.flat());
const close = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  found.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i]!, 6);
  });
};

describe('ctcText', () => {
  it('takes runs once, repeats after a blank twice, and the highest probability of a run', () => {
    const reading = ctcText(
      steps([0.1, 0.7, 0.1, 0.1], [0.1, 0.8, 0.1, 0], [0.9, 0.1, 0, 0], [0.2, 0.6, 0.2, 0], [0.1, 0, 0.9, 0]),
      4,
      { characters },
    );
    expect(reading.text).toBe('AAB');
    close(reading.characters, [0.8, 0.6, 0.9]);
    expect(reading.confidence).toBeCloseTo(0.8 * 0.6 * 0.9, 6);
  });

  it('writes allowed characters only, as if no other existed', () => {
    const allowed = Uint8Array.of(1, 1, 1, 0);
    const reading = ctcText(steps([0.1, 0.3, 0.1, 0.5], [0.4, 0.1, 0, 0.5]), 4, { characters, allowed });
    expect(reading.text).toBe('A');
    close(reading.characters, [0.6]);
  });

  it('gives the probability of nothing but blanks when it reads nothing', () => {
    const reading = ctcText(steps([0.9, 0.1, 0, 0], [0.5, 0.2, 0.2, 0.1]), 4, { characters });
    expect(reading).toMatchObject({ text: '', characters: [] });
    expect(reading.confidence).toBeCloseTo(0.45, 6);
  });

  it('has no confidence where nothing allowed has any', () => {
    const allowed = Uint8Array.of(1, 1, 0, 0);
    expect(ctcText(steps([0, 0, 0, 1]), 4, { characters, allowed }).confidence).toBe(0);
  });
});

describe('joinReadings', () => {
  it('puts two lines into one text', () => {
    const line = { text: 'AB', confidence: 0.5, characters: [0.5, 1] };
    expect(joinReadings(line, { text: 'é', confidence: 0.4, characters: [0.4] })).toEqual({
      text: 'ABé',
      confidence: 0.2,
      characters: [0.5, 1, 0.4],
    });
  });
});

describe('likelierReading', () => {
  const reading = (text: string, confidence: number) => ({ text, confidence, characters: [] });
  it('takes the higher confidence, but a text before none', () => {
    expect(likelierReading(reading('A', 0.4), reading('B', 0.5)).text).toBe('B');
    expect(likelierReading(reading('A', 0.5), reading('B', 0.5)).text).toBe('A');
    expect(likelierReading(reading('A', 0.4), reading('', 0.9)).text).toBe('A');
    expect(likelierReading(reading('', 0.9), reading('B', 0.4)).text).toBe('B');
  });
});
