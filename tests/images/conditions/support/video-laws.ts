import { describe, expect, it } from 'vitest';
import type { VideoEncoder } from '../../../../src/images/conditions/ffmpeg.js';
import type { ClipStep } from '../../../../src/images/conditions/step.js';
import { needsOf, stepSchema, stepTexts } from '../../../../src/images/conditions/step-schema.js';
import {
  decodeFrame,
  encodeClip,
  HEADER_BYTES,
  type VideoSettings,
} from '../../../../src/images/conditions/video-clip.js';
import { settingsOf, type VideoParams } from '../../../../src/images/conditions/video-step.js';
import { pictureOf } from '../../fixtures.js';
import { movingChart, psnr } from './chart.js';
import { bytesOf, itWithFfmpeg, packetsOf } from './ffmpeg.js';

const MIDDLE = 7;

/** What holds for a step that compresses a clip, whatever the codec. */
export function videoLaws<Name extends string>(
  kind: ClipStep<VideoParams<Name>>,
  encoder: VideoEncoder,
  title: string,
): void {
  const { name } = kind;
  const card = { step: name, resolution: '1920x1080', frameRate: '25 fps' };
  const params = (own: object) => kind.schema.parse({ ...card, ...own });
  const settings = (own: object, side = 64) =>
    settingsOf(
      name,
      encoder,
      pictureOf(side, side, () => 0),
      params(own),
    );

  describe(`${name}: parameters`, () => {
    it('come out as plain numbers, with their defaults', () => {
      expect(stepSchema.parse({ ...card, bitRate: '2 Mbps', motion: '3.6 km/h' })).toEqual({
        ...{ step: name, resolution: [1920, 1080], frameRate: 25, bitRate: 2e6, motion: 1 },
        ...{ frames: 15, moving: 1, preset: 'medium' },
      });
    });

    it.each([
      [{}, 'give "bitRate" or "crf"'],
      [{ bitRate: '1 Mbps', crf: 23 }, 'give "bitRate" or "crf"'],
      [{ crf: 52 }, '<=51'],
      [{ crf: -1 }, '>=0'],
      [{ bitRate: 1_000_000 }, 'has no unit'],
      [{ bitRate: '2 Gbps' }, 'has the unit "Gbps"'],
      [{ bitRate: '0 Mbps' }, 'at least 1 kbit/s'],
      [{ crf: 23, frames: 14 }, 'must be odd'],
      [{ crf: 23, frames: 1 }, '>=3'],
      [{ crf: 23, frames: 63 }, '<=61'],
      [{ crf: 23, keyframe: 0 }, '>=1'],
      [{ crf: 23, preset: 'turbo' }, 'expected one of'],
      [{ crf: 23, resolution: '1080p' }, 'write 1920x1080'],
      [{ crf: 23, resolution: '0x0' }, 'sides are from 16'],
      [{ crf: 23, frameRate: '0 fps' }, 'at least 1 fps'],
      [{ crf: 23, motion: '-1 m/s' }, 'at least 0 m/s'],
      [{ crf: 23, gop: 4 }, 'gop'],
    ])('refuses %o', (own, problem) => {
      const { error } = kind.schema.safeParse({ ...card, ...own });
      expect(error?.issues.map(({ message }) => message).join()).toContain(problem);
    });

    it('need ffmpeg, and the density only for motion', () => {
      expect([...needsOf([params({ crf: 20 }) as never])]).toEqual(['ffmpeg']);
      expect([...needsOf([params({ crf: 20, motion: '1 m/s' }) as never])]).toEqual(['ffmpeg', 'density']);
    });

    it('give the clip its frames and its shift: speed x density / frame rate', () => {
      expect(kind.clip(params({ crf: 20 }), undefined)).toEqual({ frames: 15, shift: 0 });
      expect(kind.clip(params({ crf: 20, motion: '2 m/s', frames: 31 }), 125)).toEqual({ frames: 31, shift: 10 });
      expect(() => kind.clip(params({ crf: 20, motion: '2 m/s' }), undefined)).toThrow(
        `The step "${name}" needs the pixels per metre`,
      );
    });

    it('are said in words', () => {
      const steps = [
        params({ bitRate: '2 Mbps', motion: '1.4 m/s', keyframe: 5 }),
        params({ crf: 28, preset: 'fast' }),
      ];
      expect(stepTexts(steps as never)).toEqual([
        `${title}, 2000 kbit/s, 1920x1080 at 25 fps, moves 1.4 m/s, a keyframe every 5 frames`,
        `${title}, CRF 28, 1920x1080 at 25 fps, preset fast`,
      ]);
    });

    it('give a picture the share of the bit rate that its area has', () => {
      expect(settings({ bitRate: '2.0736 Mbps' }, 60).rate).toEqual({ bits: 3600 });
      expect(settings({ crf: 30 }, 60).rate).toEqual({ crf: 30 });
    });

    it('are refused for a picture that is larger than the frame, or that gets less than a byte a frame', async () => {
      const [frame] = movingChart(64, 1);
      const small = params({ resolution: '64x63', crf: 20 });
      await expect(kind.compress([frame!], small)).rejects.toThrow(
        `The step "${name}" has a resolution of 64x63, and a picture of 64 x 64 pixels is no part of it; give a larger`,
      );
      await expect(kind.compress([frame!], params({ bitRate: '100 kbps' }))).rejects.toThrow(
        'pixels 7.9 bits a frame, less than the byte',
      );
    });
  });

  describe(`${name}: clips`, () => {
    itWithFfmpeg('keep flat colours to three codes', async () => {
      const colours = [
        0, 0, 0, 255, 255, 255, 200, 30, 40, 30, 190, 60, 20, 50, 210, 128, 128, 128, 90, 60, 45, 250, 240, 20,
      ];
      const side = 32;
      const flat = pictureOf(4 * side, 2 * side, (x, y, c) => {
        return colours[(Math.floor(x / side) + 4 * Math.floor(y / side)) * 3 + c]!;
      });
      const { data, width } = await kind.compress([flat, flat, flat], params({ crf: 1 }));
      for (let patch = 0; patch < 8; patch++) {
        const centre = ((Math.floor(patch / 4) * side + 16) * width + (patch % 4) * side + 16) * 3;
        for (let c = 0; c < 3; c++) {
          expect(Math.abs(data[centre + c]! - colours[patch * 3 + c]!), `patch ${patch}`).toBeLessThanOrEqual(3);
        }
      }
    });

    itWithFfmpeg('give frame k as frame k, as they are shown', async () => {
      const frames = Array.from({ length: 15 }, (_, k) => pictureOf(32, 32, () => 20 + 15 * k));
      const crf = settings({ crf: 10 }, 32);
      const rate = settings({ bitRate: '500 Mbps' }, 32);
      const given = async (own: VideoSettings, places: readonly number[]) => {
        const clip = await encodeClip(frames, own);
        const decoded = await Promise.all(places.map((at) => decodeFrame(clip, at, frames, own)));
        return decoded.map(({ data }) => data[16 * 32 * 3]!);
      };
      const [six, last, middle] = (await Promise.all([given(crf, [6, 14]), given(rate, [MIDDLE])])).flat();
      // Frames are fifteen codes apart.
      expect(Math.abs(six! - 110)).toBeLessThanOrEqual(4);
      expect(Math.abs(last! - 230)).toBeLessThanOrEqual(4);
      expect(Math.abs(middle! - 125)).toBeLessThanOrEqual(4);
    });

    itWithFfmpeg('have the bytes that the rate allows, and lose more at a lower one', async () => {
      const frames = movingChart(64, 15);
      const measured = async (bits: number) => {
        const own = { ...settings({ crf: 1 }), rate: { bits } };
        const clip = await encodeClip(frames, own);
        const [packets, middle] = await Promise.all([packetsOf(clip), decodeFrame(clip, MIDDLE, frames, own)]);
        const asked = ((bits / 8 + HEADER_BYTES[encoder] * 25) * 15) / 25;
        return { share: bytesOf(packets.slice(-15)) / asked, quality: psnr(middle, frames[MIDDLE]!) };
      };
      const [low, high] = await Promise.all([measured(3_000), measured(200_000)]);
      for (const { share } of [low, high]) {
        expect(share).toBeGreaterThan(0.7);
        expect(share).toBeLessThan(1.3);
      }
      expect(high.quality).toBeGreaterThan(low.quality + 5);
    });

    itWithFfmpeg('lose more at a higher CRF, the same each time, and leave their input alone', async () => {
      const frames = movingChart(61, 15);
      const allBytes = () => Buffer.concat(frames.map(({ data }) => data));
      const before = allBytes();
      const [good, bad, again] = await Promise.all([15, 40, 40].map((crf) => kind.compress(frames, params({ crf }))));
      expect(psnr(good!, frames[MIDDLE]!)).toBeGreaterThan(psnr(bad!, frames[MIDDLE]!) + 3);
      expect(Buffer.from(again!.data).equals(bad!.data)).toBe(true);
      expect(allBytes().equals(before)).toBe(true);
    });

    itWithFfmpeg('have keyframes at the first frame, or as often as asked', async () => {
      const frames = movingChart(48, 7);
      const keys = async (own: object) =>
        (await packetsOf(await encodeClip(frames, settings(own, 48)))).flatMap(({ key }, at) => (key ? [at] : []));
      const [own, rounds] = await Promise.all([keys({ crf: 30, keyframe: 3 }), keys({ bitRate: '30 Mbps' })]);
      expect(own).toEqual([0, 3, 6]);
      // The clip four times on end.
      expect(rounds).toEqual([0, 7, 14, 21]);
    });

    itWithFfmpeg('may have odd and small sides', async () => {
      const frames = Array.from({ length: 3 }, () => pictureOf(9, 33, (x, y) => 2 * x + 2 * y));
      const given = await kind.compress(frames, params({ crf: 5 }));
      expect([given.width, given.height]).toEqual([9, 33]);
      expect(psnr(given, frames[1]!)).toBeGreaterThan(38);
    });
  });
}
