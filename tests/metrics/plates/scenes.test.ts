import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scenesOf } from '../../../src/metrics/plates/scenes.js';
import { anyPictures, picture, truePlate } from './made-up-plates.js';

const showing = (...lists: string[]) =>
  lists.map((vehicles, k) =>
    picture(
      `p${k}`,
      [...vehicles].map((vehicle) => truePlate('A1', vehicle)),
    ),
  );

it('makes one scene of pictures that hang together by their vehicles', () => {
  const { of, count } = scenesOf(showing('a', 'bc', '', 'cd', 'e', 'da'));
  expect([[...of], count]).toEqual([[0, 0, 1, 0, 2, 0], 3]);
  expect([...scenesOf(showing('a', 'b', 'c')).of]).toEqual([0, 1, 2]);
  expect(scenesOf([]).count).toBe(0);
});

it('puts pictures in one scene exactly when steps over shared vehicles lead from one to the other', () => {
  fc.assert(
    fc.property(anyPictures, (pictures) => {
      const { of, count } = scenesOf(pictures);
      const reached = pictures.map((_, k) => new Set([k]));
      const share = (a: number, b: number) =>
        pictures[a]?.truth.some(({ vehicle }) => pictures[b]?.truth.some((plate) => plate.vehicle === vehicle));
      for (const set of reached) {
        for (const at of set) for (const k of pictures.keys()) if (share(at, k)) set.add(k);
      }
      for (const [k, set] of reached.entries()) {
        for (const n of pictures.keys()) expect(of[k] === of[n]).toBe(set.has(n));
      }
      expect(count).toBe(new Set(of).size);
    }),
  );
});
