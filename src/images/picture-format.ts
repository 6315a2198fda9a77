/** The picture formats that are read, told apart by their first bytes and never by a file's name. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'tiff' | 'gif' | 'heif' | 'pnm';

const starts = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** The format of a file's bytes, or undefined when it is none that is read (SVG and PDF are drawings, not pictures). */
export function pictureFormat(bytes: Uint8Array): PictureFormat | undefined {
  if (starts(bytes, '\xff\xd8\xff')) return 'jpeg';
  if (starts(bytes, '\x89PNG\r\n\x1a\n')) return 'png';
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'webp';
  if (starts(bytes, 'II*\0') || starts(bytes, 'MM\0*') || starts(bytes, 'II+\0') || starts(bytes, 'MM\0+'))
    return 'tiff';
  if (starts(bytes, 'GIF87a') || starts(bytes, 'GIF89a')) return 'gif';
  if (starts(bytes, 'ftyp', 4)) return 'heif';
  if (starts(bytes, 'P5') || starts(bytes, 'P6')) return 'pnm';
  return undefined;
}
