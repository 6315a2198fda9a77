import pLimit from 'p-limit';
import { ALIGNED_112, type MarkedFace } from '../images/marked-face.js';
import { pictureSize } from '../images/picture-size.js';
import type { Sample } from './sample.js';

const AT_ONCE = 8;
const SIDE = 112;

/**
 * The samples of a dataset of faces that are cut out and aligned as InsightFace does, each with its face marked: the
 * points where the alignment puts them, in proportion where the pictures are larger or smaller. One that is not square was
 * aligned in another way, and stays unmarked.
 */
export async function markAligned(samples: readonly Sample[]): Promise<Sample[]> {
  return pLimit(AT_ONCE).map(samples, async (sample) => {
    const size = sample.path === undefined ? undefined : await pictureSize(sample.path);
    return size && size.width === size.height ? { ...sample, face: faceAt(size.width / SIDE) } : sample;
  });
}

function faceAt(scale: number): MarkedFace {
  return { points: scale === 1 ? ALIGNED_112 : ALIGNED_112.map(([x, y]) => [x * scale, y * scale] as const) };
}
