import sharp from 'sharp';

/**
 * Settings of libvips for a thread that does one thing at a time: one libvips thread for each operation, no cache of
 * operations. They hold for the whole process, so workers call this once when they start and nothing else does.
 */
export function limitSharp(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}
