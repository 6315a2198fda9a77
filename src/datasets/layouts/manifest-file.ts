import { FalsematchError } from '../../files/errors.js';
import type { DatasetFile } from '../sample.js';
import { absolutePath, filesBelowRoot, type LayoutInput } from './layout.js';

/** The table that a card names, with what it may name. */
export interface ManifestFile {
  /** Absolute. */
  readonly path: string;
  /** What errors call it. */
  readonly shown: string;
  /** The files below the layout's root, by their paths below it. */
  readonly files: ReadonlyMap<string, DatasetFile>;
}

/** Finds the manifest of a layout that has one. Throws when the card names none, and when the dataset does not hold it. */
export function manifestFile(input: LayoutInput): ManifestFile {
  const { layout, name } = input;
  if (!layout.manifest) throw new FalsematchError(`The card of ${name} must name layout.manifest for this layout.`);
  const files = new Map(filesBelowRoot(input).map((file) => [file.id, file]));
  const manifest = files.get(layout.manifest);
  if (!manifest) {
    throw new FalsematchError(`The dataset ${name} holds no table ${layout.manifest}; remove it and get it again.`);
  }
  return { path: absolutePath(input, manifest), shown: `${name}/${manifest.path}`, files };
}
