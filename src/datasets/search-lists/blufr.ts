import { FalsematchError } from '../../files/errors.js';
import { readBiometricSignatures, type SignatureSample } from './biometric-signatures.js';
import type { ListedSample, SearchSplit, SplitsFormat } from './split.js';

const FILE = /^split([1-9]\d*)\/(?:gallery|probe|train)\1\.xml$/;

/**
 * BLUFR (Liao, Lei, Yi, Li: A benchmark study of large-scale unconstrained face recognition, IJCB 2014): the folders
 * split1, split2, ... with galleryN.xml, probeN.xml and trainN.xml. The lists augmentN.xml name pictures that are not in
 * LFW, and are left alone. Refuses a list that is missing, a sample that a split lists twice, and a split of one subject.
 */
export const blufr: SplitsFormat = { reads: (path) => FILE.test(path), read: readSplits };

function readSplits(texts: ReadonlyMap<string, string>, name: string): SearchSplit[] {
  const numbers = [...texts.keys()].map((path) => Number(FILE.exec(path)?.[1] ?? 0));
  const count = numbers.reduce((most, number) => Math.max(most, number), 1);
  const splits: SearchSplit[] = [];
  for (let number = 1; number <= count; number += 1) splits.push(readSplit(texts, name, number));
  return splits;
}

function readSplit(texts: ReadonlyMap<string, string>, name: string, number: number): SearchSplit {
  const places = new Map<string, string>();
  const list = (kind: 'gallery' | 'probe' | 'train'): ListedSample[] => {
    const path = `split${number}/${kind}${number}.xml`;
    const text = texts.get(path);
    if (text === undefined) {
      throw new FalsematchError(`${name} holds no ${path}, which BLUFR has; import the list again.`);
    }
    const listed = readBiometricSignatures(text, `${name}/${path}`);
    refuseRepeated(listed, path, places, name);
    return listed.map(({ sample, subject }) => ({ sample, subject }));
  };
  const [gallery, probes, training] = [list('gallery'), list('probe'), list('train')];
  const [subject, second] = new Set([...gallery, ...probes].map((entry) => entry.subject));
  if (second === undefined) {
    throw new FalsematchError(
      `${name}/split${number}: every entry of gallery${number}.xml and probe${number}.xml is of the subject "${subject}", and a search needs two at least; fetch the list again.`,
    );
  }
  return { name: String(number), gallery, probes, training };
}

/** A sample that is enrolled and searched with would find itself. */
function refuseRepeated(
  listed: readonly SignatureSample[],
  path: string,
  places: Map<string, string>,
  name: string,
): void {
  for (const { sample, entry } of listed) {
    const before = places.get(sample);
    if (before !== undefined) {
      throw new FalsematchError(
        `${name}/${path}, entry ${entry}: the sample "${sample}" is already in ${before}; remove one of them or fetch the list again.`,
      );
    }
    places.set(sample, `${path}, entry ${entry}`);
  }
}
