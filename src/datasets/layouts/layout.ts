import { join } from 'node:path';
import type { DatasetLayout } from '../../catalog/dataset-card.js';
import type { DatasetFile, Sample } from '../sample.js';

/** What a layout reader works on. */
export interface LayoutInput {
  /** The name of the dataset, for messages. */
  readonly name: string;
  /** The dataset's folder. */
  readonly folder: string;
  readonly files: readonly DatasetFile[];
  readonly layout: DatasetLayout;
}

/** A file below the layout's root, with its path below it. */
export type RootFile = DatasetFile & { readonly id: string };

/** Turns the files of a dataset into samples, sorted by id. */
export type LayoutReader = (input: LayoutInput) => Promise<Sample[]>;

const PICTURE = /\.(jpe?g|png|webp|pgm|ppm|pnm|tiff?|gif|avif|bmp)$/i;

/** Whether a file counts as a picture by its name; whether it can be decoded is found out, and counted, later. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/** The files below the layout's root, with their paths below it. */
export function filesBelowRoot({ files, layout }: LayoutInput): RootFile[] {
  const prefix = layout.root ? `${layout.root.replace(/\/+$/, '')}/` : '';
  return files
    .filter((file) => file.path.startsWith(prefix))
    .map((file) => ({ ...file, id: file.path.slice(prefix.length) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The absolute path of a file of the dataset. */
export function absolutePath({ folder }: LayoutInput, file: DatasetFile): string {
  return join(folder, ...file.path.split('/'));
}

/** Where a sample's picture is, and its digest; nothing for one that is named but not there. */
export function pictureOf(input: LayoutInput, file: DatasetFile | undefined): Pick<Sample, 'path' | 'sha256'> {
  return file ? { path: absolutePath(input, file), sha256: file.sha256 } : {};
}
