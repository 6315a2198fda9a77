import { bytewise } from '../../files/bytewise.js';
import type { Sample } from '../sample.js';
import { filesBelowRoot, isPicture, type LayoutInput, pictureOf, type RootFile } from './layout.js';

/** What a path says of the picture there; undefined for one that is no sample of the dataset. */
export type PathReading = (path: string) => Omit<Sample, 'path' | 'sha256'> | undefined;

/** The samples of a layout whose paths say everything. */
export function samplesByPath(input: LayoutInput, read: PathReading): Sample[] {
  return picturesOf(input)
    .flatMap((file): Sample[] => {
      const said = read(file.id);
      return said ? [{ ...said, ...pictureOf(input, file) }] : [];
    })
    .sort((a, b) => bytewise(a.id, b.id));
}

/** The pictures below the layout's root. */
export function picturesOf(input: LayoutInput): RootFile[] {
  return filesBelowRoot(input).filter(({ id }) => isPicture(id));
}
