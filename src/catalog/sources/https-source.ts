import { open } from 'node:fs/promises';
import { FalsematchError, messageOf } from '../../files/errors.js';
import { codeOf, writeProblem } from '../../files/write-problem.js';
import { type PartFile, partFile, versionOf } from './part-file.js';
import { PATIENCE, PassingFailure, type Patience, retryAfterMs, retrying } from './retry.js';
import { SourceFailure } from './source-failure.js';

export interface DownloadOptions {
  readonly patience?: Patience;
  /** More bytes than this are refused. */
  readonly maxBytes: number;
  readonly onProgress?: (received: number, total: number | undefined) => void;
  readonly onRetry?: (reason: string, next: number) => void;
  readonly signal?: AbortSignal;
}

/** What the server said it would send. */
interface Answer {
  readonly body: AsyncIterable<Uint8Array>;
  /** Where in the file the body begins. */
  readonly start: number;
  readonly total: number | undefined;
  readonly version: string | undefined;
}

function networkFailure(thrown: unknown): Error {
  const cause = thrown instanceof Error && thrown.cause !== undefined ? thrown.cause : thrown;
  const code = codeOf(cause) ?? messageOf(cause);
  if (code === 'ENOTFOUND') return new SourceFailure('the host is not known here (ENOTFOUND)');
  return new PassingFailure(`the connection failed (${code})`);
}

function statusFailure(response: Response): Error {
  const what = `the server answered ${response.status}`;
  const passing = response.status === 408 || response.status === 429 || response.status >= 500;
  if (!passing) return new SourceFailure(what);
  return new PassingFailure(what, retryAfterMs(response.headers.get('retry-after'), Date.now()));
}

function lengthOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** Asks for the file, from where `part` ends when the server still has the same version; undefined: `part` is whole. */
async function ask(url: string, part: PartFile, signal: AbortSignal): Promise<Answer | undefined> {
  const have = await part.size();
  // Bytes must arrive as they are stored: a transfer encoding would shift every range.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (have > 0) Object.assign(headers, { range: `bytes=${have}-`, 'if-range': await part.version() });
  const response = await fetch(url, { headers, signal }).catch((thrown: unknown) => {
    throw networkFailure(thrown);
  });
  const range = response.headers.get('content-range');
  if (response.status === 200 && response.body) {
    const total = lengthOf(response.headers.get('content-length'));
    return { body: response.body, start: 0, total, version: versionOf(response.headers) };
  }
  if (response.status === 206 && response.body && range?.startsWith(`bytes ${have}-`)) {
    const total = lengthOf(range.split('/')[1] ?? null);
    return { body: response.body, start: have, total, version: await part.version() };
  }
  await response.body?.cancel();
  if (response.status === 416 && range === `bytes */${have}`) return undefined;
  if (response.status === 416 || response.status === 206) {
    await part.clear();
    throw new PassingFailure('the server cannot resume, so the download begins anew');
  }
  throw statusFailure(response);
}

async function store(answer: Answer, part: PartFile, options: DownloadOptions, alive: () => void): Promise<void> {
  const tooLarge = (bytes: number) => {
    if (bytes > options.maxBytes) throw new SourceFailure(`it is larger than the allowed ${options.maxBytes} bytes`);
  };
  tooLarge(answer.total ?? 0);
  if (answer.start === 0) await part.setVersion(answer.version);
  const file = await open(part.path, answer.start === 0 ? 'w' : 'r+');
  let received = answer.start;
  try {
    for await (const chunk of answer.body) {
      alive();
      tooLarge(received + chunk.length);
      for (let done = 0; done < chunk.length; ) {
        done += (await file.write(chunk, done, chunk.length - done, received + done)).bytesWritten;
      }
      received += chunk.length;
      options.onProgress?.(received, answer.total);
    }
  } catch (thrown) {
    if (thrown instanceof SourceFailure) throw thrown;
    const problem = writeProblem(thrown, part.path);
    throw problem instanceof FalsematchError ? problem : networkFailure(thrown);
  } finally {
    await file.close();
  }
  if (answer.total !== undefined && received < answer.total) {
    throw new PassingFailure(`the connection ended after ${received} of ${answer.total} bytes`);
  }
}

async function attempt(url: string, part: PartFile, options: DownloadOptions, stallMs: number): Promise<void> {
  const stalled = new AbortController();
  const timer = setTimeout(() => stalled.abort(), stallMs);
  const signals = options.signal ? [stalled.signal, options.signal] : [stalled.signal];
  try {
    const answer = await ask(url, part, AbortSignal.any(signals));
    if (answer) await store(answer, part, options, () => timer.refresh());
  } catch (thrown) {
    if (stalled.signal.aborted) throw new PassingFailure(`the server sent nothing for ${stallMs / 1000} s`);
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Downloads `url` to `path`. Bytes that an earlier, broken download left there are built upon when the server still has
 * the same version of them (Range and If-Range, RFC 9110); network errors, 408, 429 and 5xx are tried again with growing
 * pauses. Throws `SourceFailure` when the place does not give the file, `FalsematchError` when the disk does not take it
 * or when `signal` was aborted. The bytes are not yet verified.
 */
export async function download(url: string, path: string, options: DownloadOptions): Promise<void> {
  const patience = options.patience ?? PATIENCE;
  const part = partFile(path);
  try {
    await retrying(
      () => attempt(url, part, options, patience.stallMs),
      patience,
      (reason, next) => options.onRetry?.(reason, next),
      options.signal,
    );
  } catch (thrown) {
    if (!options.signal?.aborted) throw thrown;
    throw new FalsematchError(`The download of ${url} was interrupted; run the same command again to resume it.`, {
      kind: 'interrupted',
    });
  }
  await part.finish();
}
