import { type DatasetCard, datasetCardSchema } from '../catalog/dataset-card.js';
import { parseManifest } from './layouts/csv-manifest.js';
import { parsePlatePictures } from './layouts/plates-csv.js';
import { parseCrops } from './layouts/text-csv.js';
import { MANIFEST, PAIRS } from './stage-own.js';

/** Layouts that one's own pictures of plates may have, each with the ending of its labels' files. */
const PLATE_LAYOUTS: ReadonlyMap<string, string> = new Map([
  ['openalpr', '.txt'],
  ['ccpd', ''],
  ['voc', '.xml'],
  ['yolo', '.txt'],
  ['text-csv', ''],
  ['plates-csv', ''],
]);

/** Layouts that one's own pictures may have. */
export const OWN_LAYOUTS = ['subject-folders', 'csv', 'pictures', ...PLATE_LAYOUTS.keys()] as const;

type ManifestParser = (text: string, name: string) => readonly { readonly path: string }[];

/** Layouts of a manifest that names its pictures, each with what reads it. */
export const MANIFEST_LAYOUTS: ReadonlyMap<string, ManifestParser> = new Map<string, ManifestParser>([
  ['csv', parseManifest],
  ['text-csv', parseCrops],
  ['plates-csv', parsePlatePictures],
]);

/** One's own pictures, of faces or of plates. */
export interface OwnDataset {
  readonly name: string;
  readonly layout: string;
  /** A folder, an archive, or (layouts csv, text-csv and plates-csv) a manifest beside or above its pictures. */
  readonly from: string;
  /** A CSV of pairs (a, b, mated, fold) that becomes the pair list "own". */
  readonly pairs?: string;
  /** What the owner says of the pictures; told in every report. */
  readonly licence?: string;
  readonly consent?: string;
  /** The classes that are plates: numbers (yolo) or names (voc). */
  readonly classes?: readonly (number | string)[];
}

/** Whether a layout is one of plates. */
export function isPlateLayout(layout: string): boolean {
  return PLATE_LAYOUTS.has(layout);
}

/** Whether a file may be a label of the layout, by its name. */
export function isLabelFile(path: string, layout: string): boolean {
  const ending = PLATE_LAYOUTS.get(layout);
  return Boolean(ending) && path.toLowerCase().endsWith(ending ?? '');
}

/** The card that makes one's own pictures, photographs unless they are `drawn`, a dataset like any other. */
export function ownCard(
  { name, layout, pairs, licence, consent, classes }: OwnDataset,
  pictures: readonly string[],
  content: NonNullable<DatasetCard['content']>,
  drawn = false,
): DatasetCard {
  const root = layout === 'subject-folders' ? commonTop(pictures) : undefined;
  return datasetCardSchema.parse({
    name,
    title: name,
    kind: isPlateLayout(layout) ? 'plates' : 'faces',
    samples: pictures.length,
    licence: { name: licence ?? "the owner's own pictures", use: 'unclear' },
    consent: consent ?? 'not stated',
    ...(drawn ? { drawn: true } : {}),
    content,
    layout: {
      reader: layout,
      ...(root ? { root } : {}),
      ...(MANIFEST_LAYOUTS.has(layout) ? { manifest: MANIFEST } : {}),
      ...(classes ? { classes } : {}),
    },
    protocols: pairs ? { own: { type: 'pairs', format: 'csv', file: PAIRS } } : {},
  });
}

/** The folder above all subject folders, where a copy has one more level than the layout wants. */
function commonTop(pictures: readonly string[]): string | undefined {
  const parts = pictures.map((path) => path.split('/'));
  let depth = 0;
  while (parts.every((path) => path.length > depth + 2 && path[depth] === parts[0]?.[depth])) depth += 1;
  return depth === 0 ? undefined : parts[0]?.slice(0, depth).join('/');
}
