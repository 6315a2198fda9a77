import type { JudgedPictures } from './judge-pictures.js';
import type { Resampled } from './resample.js';

/**
 * Average precision at the overlap of the matching: the area under precision over recall, where precision at a recall is
 * the best one at that recall or a higher one (all-point interpolation, PASCAL VOC from 2010 on). Found plates of equal
 * score enter together, so their order decides nothing. It needs every found plate with its score: what a detector
 * cuts off below its own threshold is missing from it, and APs at different thresholds are not comparable. The estimate
 * is of 1 - AP; AP is its contrary. Scenes are drawn anew.
 */
export function averagePrecision({ pictures, matches, scenes }: JudgedPictures): Resampled {
  const scores: number[] = [];
  const hits: number[] = [];
  const foundIn: number[] = [];
  const plates = new Float64Array(scenes.count);
  const faulty = new Uint8Array(scenes.count);
  const sound = new Uint8Array(scenes.count);
  for (const [index, { truth, found }] of pictures.entries()) {
    const scene = scenes.of[index] ?? 0;
    for (const [number, { box }] of truth.entries()) {
      if (!box) continue;
      plates[scene] = (plates[scene] ?? 0) + 1;
      if (matches[index]?.foundOf[number] === null) faulty[scene] = 1;
      else sound[scene] = 1;
    }
    for (const [number, is] of (matches[index]?.truthOf ?? []).entries()) {
      if (is === 'not judged') continue;
      if (is === 'false') faulty[scene] = 1;
      scores.push(found[number]?.score ?? 0);
      hits.push(is === 'false' ? 0 : 1);
      foundIn.push(scene);
    }
  }
  const order = scores.map((_, k) => k).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const sorted = {
    scenes: Int32Array.from(order, (k) => foundIn[k] ?? 0),
    hits: Uint8Array.from(order, (k) => hits[k] ?? 0),
    // Whether a block of equal scores ends here.
    ends: Uint8Array.from(order, (k, at) => (scores[k] === scores[order[at + 1] ?? -1] ? 0 : 1)),
    recalled: new Float64Array(order.length),
    found: new Float64Array(order.length),
  };
  const statistic = (weights: Int32Array) => {
    let all = 0;
    for (let scene = 0; scene < weights.length; scene += 1) all += (weights[scene] ?? 0) * (plates[scene] ?? 0);
    return all > 0 ? 1 - areaUnderPrecision(sorted, weights, all) : undefined;
  };
  const trials = plates.reduce((total, own) => total + own, 0);
  return {
    of: 'missed and false plates',
    over: 'plates',
    trials,
    value: statistic(new Int32Array(scenes.count).fill(1)),
    statistic,
    standing: plates.reduce((total, own) => total + (own > 0 ? 1 : 0), 0),
    erring: faulty.reduce((total, one) => total + one, 0),
    sound: sound.reduce((total, one) => total + one, 0),
    drawn: 'scenes',
    kind: 'share',
    ofRight: true,
  };
}

interface SortedPlates {
  readonly scenes: Int32Array;
  readonly hits: Uint8Array;
  readonly ends: Uint8Array;
  /** Room for the plates that are recalled and found by the end of each block, used again in every replicate. */
  readonly recalled: Float64Array;
  readonly found: Float64Array;
}

function areaUnderPrecision(sorted: SortedPlates, weights: Int32Array, all: number): number {
  const { scenes, hits, ends, recalled, found } = sorted;
  let [matched, count, blocks] = [0, 0, 0];
  for (let k = 0; k < hits.length; k += 1) {
    const weight = weights[scenes[k] ?? 0] ?? 0;
    matched += weight * (hits[k] ?? 0);
    count += weight;
    if (!ends[k] || count === 0) continue;
    recalled[blocks] = matched;
    found[blocks] = count;
    blocks += 1;
  }
  let [area, best] = [0, 0];
  for (let block = blocks - 1; block >= 0; block -= 1) {
    const here = recalled[block] ?? 0;
    best = Math.max(best, here / (found[block] ?? 1));
    area += (here - (block > 0 ? (recalled[block - 1] ?? 0) : 0)) * best;
  }
  return area / all;
}
