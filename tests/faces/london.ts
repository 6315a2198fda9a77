import { list } from 'tar';
import { alignFace, type FaceCrop } from '../../src/faces/align.js';
import { openFaceDetector } from '../../src/faces/detectors/detectors.js';
import { decodePicture } from '../../src/images/decode.js';
import type { Picture } from '../../src/images/picture.js';
import { opening } from '../runtimes/opening.js';
import { detectorCard, realBytes, realFile } from './cards.js';

export const LONDON = 'face-research-lab-london-320.tgz';

/** The first `count` pictures of the London set by name ("001_03" neutral, "001_08" smiling), decoded. */
export async function londonPictures(count: number): Promise<Map<string, Picture>> {
  const pending: Promise<readonly [string, Buffer]>[] = [];
  await list({
    file: realFile(LONDON)!,
    onReadEntry: (entry) => {
      const id = /(\d{3}_0[38])\.jpg$/.exec(entry.path)?.[1];
      if (id) pending.push(entry.concat().then((bytes) => [id, bytes] as const));
    },
  });
  const files = (await Promise.all(pending)).sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, count);
  const pictures = new Map<string, Picture>();
  for (const [id, bytes] of files) pictures.set(id, await decodePicture(bytes));
  return pictures;
}

/** The faces of these pictures as SCRFD finds them, aligned. */
export async function londonCrops(count: number, crop: FaceCrop = '112x112'): Promise<Picture[]> {
  const card = await detectorCard('scrfd-500m');
  const detector = await openFaceDetector(card, opening(card, realBytes(card.file.name)));
  const crops: Picture[] = [];
  for (const picture of (await londonPictures(count)).values()) {
    const [face] = await detector.detect(picture);
    crops.push(alignFace(picture, face!.points!, crop));
  }
  await detector.release();
  return crops;
}
