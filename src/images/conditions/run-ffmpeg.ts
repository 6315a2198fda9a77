import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { pipeline, Readable } from 'node:stream';
import { FalsematchError } from '../../files/errors.js';
import { codeOf } from '../../files/write-problem.js';

export interface FfmpegRun {
  /** After this many milliseconds it is stopped. */
  readonly timeLimit?: number;
  readonly signal?: AbortSignal | undefined;
}

/** A clip of a few pictures takes a tenth of a second, so after this long nothing more will come. */
const TIME_LIMIT = 60_000;

/** The command, or the program that FALSEMATCH_FFMPEG names. */
export function ffmpegCommand(): string {
  return process.env.FALSEMATCH_FFMPEG || 'ffmpeg';
}

/**
 * What ffmpeg writes to its standard output when it is given `input`, all through pipes. Throws FalsematchError when it
 * is not there, fails, takes longer than `timeLimit`, or `signal` aborts; by then the process is gone.
 */
export async function runFfmpeg(
  args: readonly string[],
  input: Iterable<Uint8Array> = [],
  { timeLimit = TIME_LIMIT, signal }: FfmpegRun = {},
): Promise<{ readonly stdout: Buffer; readonly stderr: string }> {
  if (signal?.aborted) throw interrupted();
  const command = ffmpegCommand();
  const child = spawn(command, args, { stdio: 'pipe', windowsHide: true });
  let stopped: FalsematchError | undefined;
  const stop = (reason: FalsematchError) => {
    stopped ??= reason;
    kill(child);
  };
  const timer = setTimeout(() => stop(tooLong(command, timeLimit)), timeLimit);
  const onAbort = () => stop(interrupted());
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    const ended = endOf(child, command);
    // What it does not read is no failure: its exit code says whether it had enough.
    pipeline(Readable.from(input), child.stdin, () => {});
    const { code, stdout, stderr } = await ended;
    if (stopped) throw stopped;
    if (code !== 0) throw failed(command, `exit code ${code ?? 'none'}: ${lastLine(stderr)}`);
    return { stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}

interface End {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

function endOf(child: ChildProcessWithoutNullStreams, command: string): Promise<End> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-20_000);
    });
    child.on('error', (thrown) =>
      reject(codeOf(thrown) === 'ENOENT' ? missing(command) : failed(command, thrown.message)),
    );
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out), stderr }));
  });
}

function kill(child: ChildProcessWithoutNullStreams): void {
  child.kill('SIGKILL');
  // A process that it started may hold the pipes open for ever.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
}

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'apt-get install ffmpeg',
  darwin: 'brew install ffmpeg',
  win32: 'winget install ffmpeg',
};

/** What to do where ffmpeg or a part of it is not there. */
export function ffmpegInstall(): string {
  const command = INSTALL[process.platform];
  return command ? `install it with "${command}"` : 'install ffmpeg';
}

function missing(command: string): FalsematchError {
  return new FalsematchError(
    command === 'ffmpeg'
      ? `Video steps need the program ffmpeg, and it is not on the PATH; ${ffmpegInstall()}.`
      : `Video steps need the program ffmpeg, and FALSEMATCH_FFMPEG names "${command}", which is not there; correct it.`,
    { kind: 'unavailable' },
  );
}

function lastLine(stderr: string): string {
  return stderr.trim().split('\n').at(-1)?.trim() || 'no reason given';
}

function failed(command: string, reason: string): FalsematchError {
  return new FalsematchError(`${command} failed (${reason}); see whether "${command} -version" works.`, {
    kind: 'unavailable',
  });
}

function tooLong(command: string, timeLimit: number): FalsematchError {
  return new FalsematchError(
    `${command} did not end within ${timeLimit / 1000} s and was stopped; try again on a less busy machine.`,
    { kind: 'unavailable' },
  );
}

function interrupted(): FalsematchError {
  return new FalsematchError('A video step was interrupted; run it again.', { kind: 'interrupted' });
}
