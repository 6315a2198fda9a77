import { describe, expect, it } from 'vitest';
import { chooseFaces, DETECTED_POLICIES } from '../../src/faces/choose-face.js';
import type { DetectedFace } from '../../src/faces/face.js';

const face = (score: number, ...box: [number, number, number, number]): DetectedFace => ({ box, score });
const picture = { width: 100, height: 60 };
const sure = face(0.9, 0, 0, 20, 20);
const large = face(0.8, 50, 0, 100, 60);
const central = face(0.7, 45, 25, 55, 35);
const faces = [sure, large, central];

describe('chooseFaces', () => {
  it.each([
    ['highest-score', [sure]],
    ['largest', [large]],
    ['most-central', [central]],
    ['all', faces],
  ] as const)('%s', (policy, expected) => {
    expect(chooseFaces(faces, policy, picture)).toEqual(expected);
  });

  it.each(DETECTED_POLICIES)('%s takes none of none, and the first of equals', (policy) => {
    expect(chooseFaces([], policy, picture)).toEqual([]);
    const twins = [face(0.5, 10, 10, 20, 20), face(0.5, 10, 10, 20, 20)];
    expect(chooseFaces(twins, policy, picture)[0]).toBe(twins[0]);
  });
});
