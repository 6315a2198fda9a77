import type { PlatePicture } from './plate-pictures.js';

/**
 * The scene of each picture, numbered from 0 in their order: pictures that show one vehicle are one scene, and so are all
 * that hang together by such pictures. False plates belong to no vehicle, so numbers that count them are resampled by
 * scene. Where every label stands for its own vehicle, every picture is its own scene.
 */
export function scenesOf(pictures: readonly PlatePicture[]): { readonly of: Int32Array; readonly count: number } {
  const parent = Int32Array.from(pictures, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) {
      const above = parent[parent[root] ?? 0] ?? 0;
      parent[root] = above;
      root = above;
    }
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [index, { truth }] of pictures.entries()) {
    for (const { vehicle } of truth) {
      const first = firstWith.get(vehicle);
      if (first === undefined) firstWith.set(vehicle, index);
      // The earlier picture stays on top, so numbers follow the order of the pictures.
      else parent[Math.max(rootOf(first), rootOf(index))] = Math.min(rootOf(first), rootOf(index));
    }
  }
  const numbers = new Map<number, number>();
  const of = Int32Array.from(pictures, (_, index) => {
    const root = rootOf(index);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  return { of, count: numbers.size };
}
