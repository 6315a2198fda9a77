import { z } from 'zod';
import { FalsematchError } from '../../files/errors.js';
import type { Picture } from '../picture.js';
import type { VideoEncoder } from './ffmpeg.js';
import { quantity, quantityText } from './quantity.js';
import { type ClipStep, densityOf } from './step.js';
import { decodeFrame, encodeClip, type VideoSettings } from './video-clip.js';

const PRESETS = [
  'ultrafast',
  'superfast',
  'veryfast',
  'faster',
  'fast',
  'medium',
  'slow',
  'slower',
  'veryslow',
  'placebo',
] as const;

const MAX_SIDE = 16_384;

function schemaOf<Name extends string>(name: Name) {
  return z
    .strictObject({
      step: z.literal(name),
      /** The whole frame of the stream that the picture is a part of, across and down. */
      resolution: z
        .string()
        .regex(/^\d+x\d+$/, 'write 1920x1080')
        .transform((text): [number, number] => {
          const [width = 0, height = 0] = text.split('x').map(Number);
          return [width, height];
        })
        .refine((sides) => sides.every((side) => side >= 16 && side <= MAX_SIDE), `sides are from 16 to ${MAX_SIDE}`),
      frameRate: quantity('frameRate', { min: 1, max: 240 }),
      /** Of the whole stream. */
      bitRate: quantity('bitRate', { min: 1000, max: 1e9 }).optional(),
      /** The share of the stream's frame that moves, and that the bit rate goes to. */
      moving: quantity('share', { min: 0.01, max: 1 }).default(1),
      /** The constant rate factor of x264 and x265: 0 is best. */
      crf: z.number().min(0).max(51).optional(),
      /** How fast the subject crosses the picture; absent: it stands. */
      motion: quantity('speed', { min: 0, max: 100 }).optional(),
      /** How many frames the clip has; the middle one is the sample. */
      frames: z
        .int()
        .min(3)
        .max(61)
        .refine((frames) => frames % 2 === 1, 'must be odd, so that there is a middle frame')
        .default(15),
      /** Frames from one keyframe to the next; absent: only the first of the clip is one. */
      keyframe: z.int().min(1).max(600).optional(),
      preset: z.enum(PRESETS).default('medium'),
    })
    .refine(({ bitRate, crf }) => (bitRate === undefined) !== (crf === undefined), 'give "bitRate" or "crf"');
}

export type VideoParams<Name extends string> = z.output<ReturnType<typeof schemaOf<Name>>>;

/**
 * A step that makes a short clip of the picture, compresses it, and gives the decoded middle frame.
 *
 * The picture is a part of the stream's frame. With a bit rate its clip gets the share that its area is of what moves in
 * the frame: bitRate x (width x height) / (resolution's width x height x moving). That is an approximation: an encoder
 * spends next to nothing on a wall, and on what moves not by area alone. Headers come on top (HEADER_BYTES): a stream has them once for its whole frame.
 */
export function videoStep<Name extends string>(
  name: Name,
  title: string,
  encoder: VideoEncoder,
): ClipStep<VideoParams<Name>> {
  return {
    name,
    title,
    schema: schemaOf(name) as unknown as z.ZodType<VideoParams<Name>>,
    needs: ({ motion }) => (motion ? ['ffmpeg', 'density'] : ['ffmpeg']),
    text: (params) => `${title}, ${textOf(params)}`,
    sweep: { parameter: 'bitRate', unit: 'kbps' },
    clip: ({ frames, motion, frameRate }, density) => ({
      frames,
      shift: motion ? (motion * densityOf(density === undefined ? {} : { density }, name)) / frameRate : 0,
    }),
    compress: async (frames, params) => {
      const settings = settingsOf(name, encoder, frames[0]!, params);
      const clip = await encodeClip(frames, settings);
      return decodeFrame(clip, Math.floor(frames.length / 2), frames, settings);
    },
  };
}

type AnyParams = VideoParams<string>;

/** How a clip of pictures of this size is encoded. Throws FalsematchError for a picture larger than the stream's frame. */
export function settingsOf(name: string, encoder: VideoEncoder, picture: Picture, params: AnyParams): VideoSettings {
  const { resolution, frameRate, bitRate, moving, crf, keyframe, preset } = params;
  const { width, height } = picture;
  const [across, down] = resolution;
  if (width > across || height > down) {
    throw new FalsematchError(
      `The step "${name}" has a resolution of ${across}x${down}, and a picture of ${width} x ${height} pixels is no part of it; give a larger resolution, or fewer pixels per metre before.`,
    );
  }
  if (bitRate === undefined) return { encoder, frameRate, rate: { crf: crf ?? 0 }, keyframe, preset };
  const bits = Math.min(bitRate, (bitRate * width * height) / (across * down * moving));
  if (bits < 8 * frameRate) {
    throw new FalsematchError(
      `The step "${name}" leaves a picture of ${width} x ${height} pixels ${(bits / frameRate).toPrecision(2)} bits a frame, less than the byte that an encoder can do with; give a higher bitRate.`,
    );
  }
  return { encoder, frameRate, rate: { bits }, keyframe, preset };
}

function textOf({ resolution, frameRate, bitRate, moving, crf, motion, keyframe, preset }: AnyParams): string {
  return [
    bitRate === undefined ? `CRF ${crf}` : quantityText('bitRate', bitRate),
    `${resolution.join('x')} at ${quantityText('frameRate', frameRate)}`,
    ...(motion ? [`moves ${quantityText('speed', motion)}`] : []),
    ...(bitRate === undefined || moving === 1 ? [] : [`${quantityText('share', moving)} of the frame moves`]),
    ...(keyframe === undefined ? [] : [`a keyframe every ${keyframe} frames`]),
    ...(preset === 'medium' ? [] : [`preset ${preset}`]),
  ].join(', ');
}
