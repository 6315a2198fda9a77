import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { hashContent } from '../../../src/catalog/content.js';
import type { DatasetLayout } from '../../../src/catalog/dataset-card.js';
import { layoutReader } from '../../../src/datasets/layouts/layouts.js';
import type { Sample } from '../../../src/datasets/sample.js';
import { temporaryFolder } from '../../support/catalog.js';

/** The files of a folder that is made for a test, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A new folder with these files. */
export function folderWith(files: Files): string {
  const folder = temporaryFolder();
  for (const [path, data] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), data);
  }
  return folder;
}

/** The samples that a layout makes of files, their paths below the folder. */
export async function readLayout(files: Files, layout: DatasetLayout): Promise<Sample[]> {
  const folder = folderWith(files);
  const { files: found } = await hashContent(folder);
  const samples = await layoutReader(layout.reader, 'mine')({ name: 'mine', folder, files: found, layout });
  return samples.map((sample) => ({
    ...sample,
    ...(sample.path ? { path: sample.path.slice(folder.length + 1) } : {}),
  }));
}

/** A grey picture; `orientation` as EXIF has it. */
export function grey(
  width: number,
  height: number,
  { format = 'png', orientation }: { format?: 'png' | 'jpeg'; orientation?: number } = {},
): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: '#888888' } }).toFormat(format);
  return (orientation ? picture.withMetadata({ orientation }) : picture).toBuffer();
}

/** What a sample says of its plates. */
export const platesOf = (samples: readonly Sample[]) =>
  samples.map(({ id, path, plates, attributes }) => ({ id, here: path !== undefined, plates, attributes }));
