import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import type { RootFile } from './layout.js';

/** A picture with its label file; one of them may be missing. */
export type Labelled =
  | { readonly picture: RootFile; readonly label?: RootFile }
  | { readonly picture?: undefined; readonly label: RootFile };

/**
 * Which label file belongs to which picture: the one of the same stem beside it; where there is a `folder`, also the one
 * in a folder of that name (in whatever case) within its folder, or where a folder of its path is replaced by one of that
 * name (images/a/1.jpg, labels/a/1.txt).
 * Throws when a picture has two label files, or two pictures have the same one.
 */
export function matchLabels(
  pictures: readonly RootFile[],
  labels: readonly RootFile[],
  { folder, name }: { folder?: string; name: string },
): Labelled[] {
  const byStem = new Map<string, RootFile[]>();
  for (const label of labels) {
    const stem = foldFolder(stemOf(label.id), folder);
    byStem.set(stem, [...(byStem.get(stem) ?? []), label]);
  }
  const taken = new Map<RootFile, RootFile>();
  const matched = pictures.map((picture): Labelled => {
    const found = [...new Set(placesOf(stemOf(picture.id), folder))].flatMap((place) => byStem.get(place) ?? []);
    const [label, second] = found;
    if (label === undefined) return { picture };
    if (second !== undefined) {
      throw new FalsematchError(
        `${name}/${picture.path} has two label files, ${label.path} and ${second.path}; remove one of them.`,
      );
    }
    const other = taken.get(label);
    if (other !== undefined) {
      throw new FalsematchError(
        `${name}/${label.path} is the label file of two pictures, ${other.path} and ${picture.path}; rename or remove one of them.`,
      );
    }
    taken.set(label, picture);
    return { picture, label };
  });
  return [...matched, ...labels.filter((label) => !taken.has(label)).map((label) => ({ label }))];
}

/** Throws when a picture has no label file, in a layout in which each has one. `ending` is what label files end in. */
export function refuseUnlabelled(matched: readonly Labelled[], name: string, ending: string): void {
  const bare = matched.flatMap(({ picture, label }) => (picture && !label ? [picture.path] : []));
  if (bare.length === 0) return;
  throw new FalsematchError(
    `${bare.length} ${bare.length === 1 ? 'picture' : 'pictures'} of ${name} have no label file (${ending}), and nobody can tell whether they show a plate: ${bare.slice(0, 5).join(', ')}; label them or take them out.`,
  );
}

/** A line of a label file that is not blank, with its number, from 1. */
export interface LabelLine {
  readonly number: number;
  readonly text: string;
}

/** The lines of a label file, without blank ones, line ends and byte order mark. Throws when it is not UTF-8. */
export async function labelLines(path: string): Promise<LabelLine[]> {
  const text = (await readText(path)).replace(/^\uFEFF/, '');
  return text
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ number: index + 1, text: line }))
    .filter((line) => line.text.trim() !== '');
}

/** A path without the ending of its name. */
export function stemOf(path: string): string {
  return path.slice(0, path.length - posix.extname(path).length);
}

function placesOf(stem: string, folder: string | undefined): string[] {
  if (folder === undefined) return [stem];
  const parts = stem.split('/');
  const last = parts.length - 1;
  const replaced = parts.slice(0, last).map((_, index) => parts.with(index, folder).join('/'));
  return [stem, parts.toSpliced(last, 0, folder).join('/'), ...replaced].map((place) => foldFolder(place, folder));
}

/** The folder's name in small letters, wherever it stands in a path. */
function foldFolder(path: string, folder: string | undefined): string {
  if (folder === undefined) return path;
  return path
    .split('/')
    .map((part) => (part.toLowerCase() === folder ? folder : part))
    .join('/');
}
