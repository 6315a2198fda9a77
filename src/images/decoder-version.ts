import sharp from 'sharp';

/** Versions of the libraries that decode pictures; they may decide the last bits of a pixel. */
export function decoderVersions(): Record<string, string> {
  const { sharp: binding = 'unknown', vips = 'unknown' } = sharp.versions;
  return { sharp: binding, libvips: vips };
}
