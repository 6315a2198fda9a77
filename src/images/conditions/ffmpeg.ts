import { FalsematchError } from '../../files/errors.js';
import { ffmpegInstall, runFfmpeg } from './run-ffmpeg.js';

export type VideoEncoder = 'libx264' | 'libx265';

interface Ffmpeg {
  readonly version: string;
  readonly encoders: ReadonlySet<string>;
}

let found: Promise<Ffmpeg> | undefined;

/** Looked at once a process; one that is not there may be installed later. */
function lookAtFfmpeg(): Promise<Ffmpeg> {
  found ??= look().catch((thrown: unknown) => {
    found = undefined;
    throw thrown;
  });
  return found;
}

async function look(): Promise<Ffmpeg> {
  // The banner, with the version, goes to standard error and the list to standard output.
  const { stdout, stderr } = await runFfmpeg(['-nostdin', '-encoders']);
  const version = /^ffmpeg version (\S+)/m.exec(stderr)?.[1];
  if (version === undefined) {
    throw new FalsematchError(`The program ffmpeg does not say its version; ${ffmpegInstall()} anew.`, {
      kind: 'unavailable',
    });
  }
  return { version, encoders: new Set([...stdout.toString().matchAll(/^ V\S* (\S+)/gm)].map(([, name = '']) => name)) };
}

/**
 * The version of the ffmpeg on the PATH (or of that which FALSEMATCH_FFMPEG names), such as "5.1.9-0+deb12u1".
 * Throws FalsematchError, with the command that installs it, when there is none.
 */
export async function ffmpegVersion(): Promise<string> {
  return (await lookAtFfmpeg()).version;
}

/** Throws FalsematchError when there is no ffmpeg, or it was built without that encoder. */
export async function requireFfmpeg(encoder: VideoEncoder): Promise<void> {
  const { version, encoders } = await lookAtFfmpeg();
  if (encoders.has(encoder)) return;
  throw new FalsematchError(
    `The ffmpeg ${version} that is used here was built without ${encoder}; use one that has it, which "ffmpeg -encoders" lists.`,
    { kind: 'unavailable' },
  );
}
