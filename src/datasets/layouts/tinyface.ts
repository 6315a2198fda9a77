import { FalsematchError } from '../../files/errors.js';
import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

/** The parts of TinyFace's testing set; the third shows people who are nobody's mate. */
export const TINYFACE_PARTS = ['Gallery_Match', 'Probe', 'Gallery_Distractor'] as const;

const PICTURE = new RegExp(`(?:^|/)(${TINYFACE_PARTS.join('|')})/(?:.*/)?([^/]+)$`);
const NUMBERED = /^(\d+)_\d+\.[A-Za-z]+$/;

/** Where a picture of TinyFace's testing set stands, by its path; undefined for one of another set. */
export function tinyFacePlace(path: string): { part: string; file: string } | undefined {
  const [, part, file] = PICTURE.exec(path) ?? [];
  return part === undefined || file === undefined ? undefined : { part, file };
}

/** Whom a picture of TinyFace shows: the first number of its name; a distractor shows somebody who is nobody else. */
export function tinyFaceSubject(part: string, file: string): string | undefined {
  return part === 'Gallery_Distractor' ? `distractor ${file}` : NUMBERED.exec(file)?.[1];
}

/**
 * TinyFace's testing set: `Testing_Set/Gallery_Match/SUBJECT_PICTURE.jpg`, `Probe` likewise, `Gallery_Distractor` of people
 * without a name. The attribute `part` is the folder. The .mat lists beside them repeat the names. Throws for a picture
 * whose name does not begin with a subject.
 */
export const readTinyFace: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const place = tinyFacePlace(path);
    if (!place) return undefined;
    const { part, file } = place;
    const subject = tinyFaceSubject(part, file);
    if (subject === undefined) {
      throw new FalsematchError(
        `${input.name}/${path}: expected a name as TinyFace has (SUBJECT_PICTURE.jpg, two numbers); take the picture out.`,
      );
    }
    return { id: `${part}/${file}`, subject, attributes: { part } };
  });
