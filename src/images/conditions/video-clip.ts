import { FalsematchError } from '../../files/errors.js';
import type { Picture } from '../picture.js';
import { requireFfmpeg, type VideoEncoder } from './ffmpeg.js';
import { type FfmpegRun, runFfmpeg } from './run-ffmpeg.js';

/** How a clip is encoded. */
export interface VideoSettings {
  readonly encoder: VideoEncoder;
  /** Frames a second. */
  readonly frameRate: number;
  /** Bits a second for what these pictures show, headers not counted; or the quality that x264 and x265 call CRF. */
  readonly rate: { readonly bits: number } | { readonly crf: number };
  /** Frames from one keyframe to the next; absent: only the first frame is one. */
  readonly keyframe?: number | undefined;
  readonly preset: string;
}

/**
 * A rate control that knows nothing yet gave clips of 15 frames from 0.4 to 2 times the bytes asked for; one that had
 * seen the clip three times, mostly within a tenth and seldom more than a fifth away.
 */
const WARM_UPS = 3;

/**
 * Bytes of a 64 x 64 frame in which nothing happens: headers, mostly. A stream has them once for its whole frame, but a
 * cut-out of 60 x 60 pixels at 2 Mbps may have 17 bytes for everything, so here they come on top of the rate.
 */
export const HEADER_BYTES: Readonly<Record<VideoEncoder, number>> = { libx264: 13, libx265: 16 };

/** x265 refuses sides below 16. */
const LEAST_SIDE = 32;

/**
 * The clip, encoded with one thread as 4:2:0 video with the BT.709 matrix in the limited range: the bytes of a NUT file.
 * With a bit rate the pictures are encoded four times on end, each time from a keyframe on, and the last time counts;
 * the buffer (VBV) holds as much as the clip may have.
 */
export async function encodeClip(
  frames: readonly Picture[],
  settings: VideoSettings,
  run: FfmpegRun = {},
): Promise<Buffer> {
  await requireFfmpeg(settings.encoder);
  const { width, height } = sidesOf(frames);
  const { scale, bits } = wholeKilobits(settings);
  const every = settings.keyframe ?? frames.length;
  const args = [
    ...['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${width}x${height}`],
    ...['-framerate', String(settings.frameRate * scale), '-i', 'pipe:0'],
    ...['-vf', `scale=out_color_matrix=bt709:out_range=tv:${SCALE_FLAGS},format=yuv420p`],
    ...['-colorspace', 'bt709', '-color_range', 'tv'],
    ...['-c:v', settings.encoder, '-preset', settings.preset, '-threads', '1'],
    ...('crf' in settings.rate ? ['-crf', String(settings.rate.crf)] : rateArgs(bits, frames.length, settings, scale)),
    ...paramsOf(settings),
    // Cameras place keyframes by the clock, not where a scene changes.
    ...['-g', '9999', '-force_key_frames', `expr:not(mod(mod(n,${frames.length}),${every}))`, '-forced-idr', '1'],
    // Without this x264 counts a kilobyte of text about itself as bits of the first frame.
    ...['-flags', '+global_header+bitexact', '-fflags', '+bitexact', '-f', 'nut', 'pipe:1'],
  ];
  const bytes = frames.map((frame) => padded(frame, width, height));
  const input = Array.from({ length: roundsOf(settings) }, () => bytes).flat();
  return (await runFfmpeg([...QUIET, ...args], input, run)).stdout;
}

/** Frame `at` of the clip, counted from 0 as it is shown, decoded with one thread. */
export async function decodeFrame(
  clip: Uint8Array,
  at: number,
  frames: readonly Picture[],
  settings: VideoSettings,
  run: FfmpegRun = {},
): Promise<Picture> {
  const { width, height } = sidesOf(frames);
  const shown = (roundsOf(settings) - 1) * frames.length + at;
  const args = [
    ...['-threads', '1', '-flags', '+bitexact', '-f', 'nut', '-i', 'pipe:0'],
    // At time 0 no version of ffmpeg fills the time before with copies.
    ...[
      '-vf',
      `select=eq(n\\,${shown}),setpts=0,scale=in_color_matrix=bt709:in_range=tv:out_range=pc:${SCALE_FLAGS},format=rgb24`,
    ],
    ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
  ];
  const { stdout } = await runFfmpeg([...QUIET, ...args], [clip], run);
  if (stdout.length !== width * height * 3) {
    throw new FalsematchError(
      `ffmpeg gave ${stdout.length} bytes for a frame of ${width} x ${height} pixels; use another version of ffmpeg.`,
      { kind: 'unavailable' },
    );
  }
  return cropped(stdout, width, frames[0]!);
}

const QUIET = ['-hide_banner', '-nostdin', '-loglevel', 'error'];

/** Exact arithmetic, the same on every processor, with chroma averaged and interpolated rather than dropped. */
const SCALE_FLAGS = 'flags=bilinear+accurate_rnd+full_chroma_inp+full_chroma_int+bitexact';

function roundsOf({ rate }: VideoSettings): number {
  return 'crf' in rate ? 1 : WARM_UPS + 1;
}

/**
 * Encoders know only whole kilobits a second, and a small picture may have three. The same bits a frame at a somewhat
 * higher frame rate are a whole number.
 */
function wholeKilobits({ encoder, frameRate, rate }: VideoSettings): { readonly scale: number; readonly bits: number } {
  if ('crf' in rate) return { scale: 1, bits: 0 };
  const wanted = rate.bits + HEADER_BYTES[encoder] * 8 * frameRate;
  const bits = Math.ceil(wanted / 1000) * 1000;
  return { scale: bits / wanted, bits };
}

function rateArgs(bits: number, frames: number, { frameRate }: VideoSettings, scale: number): string[] {
  const buffer = Math.ceil((bits * frames) / (frameRate * scale) / 1000);
  return ['-b:v', String(bits), '-maxrate', String(bits), '-bufsize', `${buffer}k`];
}

/** One thread, the same bits on every processor, and a rate control that corrects itself quickly. */
function paramsOf({ encoder, rate }: VideoSettings): string[] {
  if (encoder === 'libx264') {
    return ['-x264-params', `scenecut=0:cpu-independent=1${'crf' in rate ? '' : ':ratetol=0.1'}`];
  }
  const single = 'pools=none:frame-threads=1:wpp=0:pmode=0:pme=0:lookahead-slices=0';
  return ['-x265-params', `${single}:scenecut=0:open-gop=0:info=0:log-level=error`];
}

/** Even sides, as chroma of half the size needs, and not smaller than an encoder takes. */
function sidesOf([first]: readonly Picture[]): { readonly width: number; readonly height: number } {
  if (!first) throw new RangeError('a clip needs frames');
  const even = (side: number) => Math.max(LEAST_SIDE, side + (side % 2));
  return { width: even(first.width), height: even(first.height) };
}

/** The picture's bytes, with its last column and row repeated up to these sides. */
function padded(picture: Picture, width: number, height: number): Uint8Array {
  if (picture.width === width && picture.height === height) return picture.data;
  const bytes = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (Math.min(y, picture.height - 1) * picture.width + Math.min(x, picture.width - 1)) * 3;
      for (let c = 0; c < 3; c++) bytes[(y * width + x) * 3 + c] = picture.data[from + c]!;
    }
  }
  return bytes;
}

function cropped(bytes: Uint8Array, stride: number, { width, height }: Picture): Picture {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    data.set(bytes.subarray(y * stride * 3, (y * stride + width) * 3), y * width * 3);
  }
  return { width, height, data };
}
