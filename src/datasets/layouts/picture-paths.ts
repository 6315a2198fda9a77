import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import type { Sample } from '../sample.js';
import { filesBelowRoot, isPicture, type LayoutInput, pictureOf, type RootFile } from './layout.js';

/** What a path says of the picture there; undefined for one that is no sample of the dataset. */
export type PathReading = (path: string) => Omit<Sample, 'path' | 'sha256'> | undefined;

/** The samples of a layout whose paths say everything. Throws where two files are one sample, as in two copies of a set. */
export function samplesByPath(input: LayoutInput, read: PathReading): Sample[] {
  const paths = new Map<string, string>();
  const samples = picturesOf(input).flatMap((file): Sample[] => {
    const said = read(file.id);
    if (!said) return [];
    const before = paths.get(said.id);
    if (before !== undefined) {
      throw new FalsematchError(
        `${input.name}: ${before} and ${file.path} are both the sample ${said.id}; import the folder of one of the copies.`,
      );
    }
    paths.set(said.id, file.path);
    return [{ ...said, ...pictureOf(input, file) }];
  });
  return samples.sort((a, b) => bytewise(a.id, b.id));
}

/** The pictures below the layout's root. */
export function picturesOf(input: LayoutInput): RootFile[] {
  return filesBelowRoot(input).filter(({ id }) => isPicture(id));
}
