import { FalsematchError } from '../../files/errors.js';
import { tinyFacePlace, tinyFaceSubject } from '../layouts/tinyface.js';
import type { ListedSample, SplitsFormat } from './split.js';

/**
 * TinyFace's one search, which its folders say: everybody in Gallery_Match and Gallery_Distractor is enrolled, everybody in
 * Probe is searched for. Each distractor is a candidate of its own, and no probe is one of them.
 */
export const tinyface: SplitsFormat = {
  reads: (path) => tinyFacePlace(path) !== undefined,
  namesOnly: true,
  read(texts, name) {
    const listed = [...texts.keys()].flatMap((path) => {
      const { part = '', file = '' } = tinyFacePlace(path) ?? {};
      const subject = tinyFaceSubject(part, file);
      return subject === undefined ? [] : [{ part, entry: { sample: `${part}/${file}`, subject } }];
    });
    const of = (...parts: string[]): ListedSample[] =>
      listed.flatMap(({ part, entry }) => (parts.includes(part) ? [entry] : []));
    const [gallery, probes] = [of('Gallery_Match', 'Gallery_Distractor'), of('Probe')];
    if (gallery.length > 0 && probes.length > 0) return [{ name: 'testing set', gallery, probes, training: [] }];
    throw new FalsematchError(
      `${name}: expected pictures in Gallery_Match and in Probe, found ${gallery.length} and ${probes.length}; import the dataset again.`,
    );
  },
};
