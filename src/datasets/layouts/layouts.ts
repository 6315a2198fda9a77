import { FalsematchError, unknownName } from '../../files/errors.js';
import { readAgeDb } from './agedb.js';
import { readCcpd } from './ccpd.js';
import { readCfp } from './cfp.js';
import { readCsvManifest } from './csv-manifest.js';
import { readFlickrAccounts } from './flickr-accounts.js';
import { readIjb } from './ijb.js';
import type { LayoutReader } from './layout.js';
import { readLondon } from './london.js';
import { readNameNumber } from './name-number.js';
import { readOpenAlpr } from './openalpr.js';
import { readPictures } from './pictures.js';
import { readPlatesCsv } from './plates-csv.js';
import { readRfw } from './rfw.js';
import { readScface } from './scface.js';
import { readSubjectFolders } from './subject-folders.js';
import { readTextCsv } from './text-csv.js';
import { readTinyFace } from './tinyface.js';
import { readVoc } from './voc.js';
import { readYolo } from './yolo.js';

/** Every on-disk layout that can be read: a new one is a file beside this one and a line here. */
const LAYOUTS: Readonly<Record<string, LayoutReader>> = {
  'subject-folders': readSubjectFolders,
  csv: readCsvManifest,
  pictures: readPictures,
  london: readLondon,
  cfp: readCfp,
  'name-number': readNameNumber,
  agedb: readAgeDb,
  rfw: readRfw,
  scface: readScface,
  tinyface: readTinyFace,
  'flickr-accounts': readFlickrAccounts,
  ijb: readIjb,
  openalpr: readOpenAlpr,
  ccpd: readCcpd,
  voc: readVoc,
  yolo: readYolo,
  'text-csv': readTextCsv,
  'plates-csv': readPlatesCsv,
};

/** The reader of a layout. Throws for a layout without samples (lists) and for one that nobody has written. */
export function layoutReader(name: string, dataset: string): LayoutReader {
  const reader = Object.hasOwn(LAYOUTS, name) ? LAYOUTS[name] : undefined;
  if (reader) return reader;
  if (name === 'none') {
    throw new FalsematchError(`${dataset} holds lists, not pictures; name a dataset of pictures in its place.`);
  }
  throw unknownName(`layout reader for ${dataset}`, name, Object.keys(LAYOUTS));
}
