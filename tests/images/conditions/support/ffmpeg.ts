import { spawnSync } from 'node:child_process';
import { it } from 'vitest';
import { runFfmpeg } from '../../../../src/images/conditions/run-ffmpeg.js';

/** The libraries that the real ffmpeg was built with, or undefined where there is none. */
const real = spawnSync('ffmpeg', ['-nostdin', '-hide_banner', '-encoders'], { encoding: 'utf8' }).stdout ?? '';

const missing = ['libx264', 'libx265'].filter((encoder) => !real.includes(encoder));
if (missing.length > 0) process.stderr.write(`Tests on video are skipped: no ffmpeg with ${missing.join(' and ')}.\n`);

/** A test that needs the real ffmpeg. */
export const itWithFfmpeg = it.skipIf(missing.length > 0);

interface Packet {
  readonly bytes: number;
  readonly key: boolean;
}

export function bytesOf(packets: readonly Packet[]): number {
  return packets.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** The bytes of each frame of an encoded clip in the order in which they were written, and whether it is a keyframe. */
export async function packetsOf(clip: Uint8Array): Promise<Packet[]> {
  const args = ['-nostdin', '-loglevel', 'error', '-i', 'pipe:0', '-c', 'copy', '-f', 'framecrc', 'pipe:1'];
  const { stdout } = await runFfmpeg(args, [clip]);
  return stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','))
    .map((fields) => ({ bytes: Number(fields[4]), key: !fields.some((field) => field.trim().startsWith('F=')) }));
}
