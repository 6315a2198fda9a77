import { type Picture, UnreadablePicture } from './picture.js';

const isSpace = (byte: number | undefined): boolean => byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);
const isDigit = (byte: number | undefined): byte is number => byte !== undefined && byte >= 48 && byte <= 57;

/**
 * A binary PGM (P5) or PPM (P6) file of 8 or 16 bits as 8-bit RGB: round(value * 255 / maxval), grey in all three
 * channels. Source: the Netpbm format definitions (pgm.5, ppm.5); one picture a file, most significant byte first.
 * Throws UnreadablePicture for a malformed header, missing data, or data that the header does not speak of.
 */
export function decodePnm(bytes: Uint8Array, maxPixels: number): Picture {
  const channels = bytes[1] === 0x36 ? 3 : 1;
  const header = readHeader(bytes);
  const { width, height, maxval } = header;
  if (width * height > maxPixels) throw new UnreadablePicture(`more than ${maxPixels} pixels`);
  const size = maxval > 255 ? 2 : 1;
  const samples = width * height * channels;
  const end = header.dataAt + samples * size;
  if (bytes.length < end) throw new UnreadablePicture('the pnm data end early');
  for (let i = end; i < bytes.length; i++) {
    if (!isSpace(bytes[i])) throw new UnreadablePicture('the pnm file holds more data than its header says');
  }
  const scale = scaleTable(maxval);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, at = header.dataAt, to = 0; i < samples; i++, at += size) {
    const value = size === 2 ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    if (value > maxval) throw new UnreadablePicture('a pnm value is above the maximum that the header says');
    const scaled = scale[value]!;
    data[to++] = scaled;
    if (channels === 1) {
      data[to++] = scaled;
      data[to++] = scaled;
    }
  }
  return { width, height, data };
}

/** Width and height in pixels from the header of a binary PGM or PPM file. Throws UnreadablePicture when malformed. */
export function pnmSize(bytes: Uint8Array): { width: number; height: number } {
  const { width, height } = readHeader(bytes);
  return { width, height };
}

function scaleTable(maxval: number): Uint8Array {
  const table = new Uint8Array(maxval + 1);
  for (let value = 0; value <= maxval; value++) table[value] = Math.round((value * 255) / maxval);
  return table;
}

function readHeader(bytes: Uint8Array): { width: number; height: number; maxval: number; dataAt: number } {
  let at = 2;
  const number = (what: string): number => {
    const start = at;
    while (isSpace(bytes[at]) || bytes[at] === 0x23) {
      if (bytes[at] === 0x23) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
      else at++;
    }
    const spaced = at > start;
    let value = 0;
    let digits = 0;
    for (let byte = bytes[at]; isDigit(byte) && digits < 10; byte = bytes[++at], digits++)
      value = value * 10 + byte - 48;
    if (!spaced || digits === 0 || value < 1) throw new UnreadablePicture(`the pnm header has no valid ${what}`);
    return value;
  };
  const width = number('width');
  const height = number('height');
  const maxval = number('maximum value');
  if (maxval > 65535) throw new UnreadablePicture('the pnm header has no valid maximum value');
  if (!isSpace(bytes[at])) throw new UnreadablePicture('the pnm header does not end');
  return { width, height, maxval, dataAt: at + 1 };
}
