import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type DownloadOptions, download } from '../../../src/catalog/sources/https-source.js';
import { PATIENCE } from '../../../src/catalog/sources/retry.js';
import { SourceFailure } from '../../../src/catalog/sources/source-failure.js';
import { serve, type TestServer } from '../support/server.js';
import { tempFolder } from '../support/temp.js';

const temp = tempFolder();
const BODY = Buffer.from(Array.from({ length: 100_000 }, (_, i) => (i * 31) % 256));
const quick: DownloadOptions = { maxBytes: 1e9, patience: { attempts: 4, backoffMs: 1, stallMs: 150 } };

let server: TestServer | undefined;
let requests: IncomingMessage[] = [];
let count = 0;
afterEach(() => server?.close());

type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

async function run(answer: Answer, options: Partial<DownloadOptions> = {}, before?: (part: string) => Promise<void>) {
  requests = [];
  server = await serve((request, response) => {
    requests.push(request);
    answer(request, response, requests.length);
  });
  count += 1;
  const part = join(temp, `f${count}.part`);
  await before?.(part);
  await download(`${server.url}/f`, part, { ...quick, ...options });
  return { part, bytes: await readFile(part) };
}

/** Serves ranges as a good server does. */
const good: Answer = (request, response) => {
  const from =
    request.headers['if-range'] === '"v1"' ? Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]) : 0;
  if (from >= BODY.length) return response.writeHead(416, { 'content-range': `bytes */${BODY.length}` }).end();
  const head = { etag: '"v1"', 'content-length': BODY.length - from };
  if (from === 0) response.writeHead(200, head);
  else response.writeHead(206, { ...head, 'content-range': `bytes ${from}-${BODY.length - 1}/${BODY.length}` });
  return response.end(BODY.subarray(from));
};

/** Sends the first 30,000 bytes and breaks the connection. */
const breaking: Answer = (_request, response) => {
  response.writeHead(200, { etag: '"v1"', 'content-length': BODY.length });
  response.write(BODY.subarray(0, 30_000), () => setTimeout(() => response.destroy(), 50));
};

it('downloads a file, tells how far it is and leaves no mark beside it', async () => {
  const seen: [number, number | undefined][] = [];
  const { part, bytes } = await run(good, { onProgress: (received, total) => seen.push([received, total]) });
  expect(bytes.equals(BODY)).toBe(true);
  expect(seen.at(-1)).toEqual([BODY.length, BODY.length]);
  expect(existsSync(`${part}.version`)).toBe(false);
});

it('resumes where the connection broke', async () => {
  const { bytes } = await run((request, response, nth) => (nth === 1 ? breaking : good)(request, response, nth));
  expect(bytes.equals(BODY)).toBe(true);
  expect(requests.map(({ headers }) => [headers.range, headers['if-range']])).toEqual([
    [undefined, undefined],
    ['bytes=30000-', '"v1"'],
  ]);
});

it('resumes what an earlier process left, and takes a complete one as it is', async () => {
  const left = (bytes: Buffer) => async (part: string) => {
    await writeFile(part, bytes);
    await writeFile(`${part}.version`, '"v1"');
  };
  const half = await run(good, {}, left(BODY.subarray(0, 50_000)));
  expect(half.bytes.equals(BODY)).toBe(true);
  expect(requests[0]?.headers.range).toBe('bytes=50000-');
  await server?.close();
  const whole = await run(good, {}, left(BODY));
  expect(whole.bytes.equals(BODY)).toBe(true);
  expect(requests.length).toBe(1);
});

it('begins anew when the server has another version, ignores ranges or cannot satisfy one', async () => {
  const left = async (part: string) => {
    await writeFile(part, Buffer.alloc(60_000, 9));
    await writeFile(`${part}.version`, '"old"');
  };
  expect((await run(good, {}, left)).bytes.equals(BODY)).toBe(true);
  await server?.close();
  const ignoring = await run((_request, response) => response.end(BODY), {}, left);
  expect(ignoring.bytes.equals(BODY)).toBe(true);
  await server?.close();
  const refusing = await run(
    (request, response) => (request.headers.range ? response.writeHead(416).end() : response.end(BODY)),
    {},
    left,
  );
  expect(refusing.bytes.equals(BODY)).toBe(true);
});

it('begins anew when what is there has no mark of its version', async () => {
  const { bytes } = await run(good, {}, (part) => writeFile(part, Buffer.alloc(10)));
  expect(bytes.equals(BODY)).toBe(true);
  expect(requests[0]?.headers.range).toBeUndefined();
});

it('tries again after 503 and 429, and tells', async () => {
  const told: string[] = [];
  const { bytes } = await run(
    (request, response, nth) => {
      if (nth === 1) return response.writeHead(503).end();
      if (nth === 2) return response.writeHead(429, { 'retry-after': '0' }).end();
      return good(request, response, nth);
    },
    { onRetry: (reason, next) => told.push(`${next}: ${reason}`) },
  );
  expect(bytes.equals(BODY)).toBe(true);
  expect(told).toEqual(['2: the server answered 503', '3: the server answered 429']);
});

it('gives up after so many attempts, and at once for 404', async () => {
  await expect(run((_request, response) => response.writeHead(500).end())).rejects.toThrow(
    new SourceFailure('the server answered 500 (tried 4 times)'),
  );
  expect(requests.length).toBe(4);
  await server?.close();
  await expect(run((_request, response) => response.writeHead(404).end())).rejects.toThrow(
    new SourceFailure('the server answered 404'),
  );
  expect(requests.length).toBe(1);
});

it('gives up a server that stalls before or within its answer', async () => {
  const patience = { ...PATIENCE, attempts: 1, stallMs: 100 };
  await expect(run(() => undefined, { patience })).rejects.toThrow(/the server sent nothing for 0.1 s/);
  await server?.close();
  const within: Answer = (_request, response) => response.writeHead(200).write(BODY.subarray(0, 10));
  await expect(run(within, { patience })).rejects.toThrow(/the server sent nothing for 0.1 s/);
});

it('refuses more bytes than are allowed, announced or not', async () => {
  const small = { maxBytes: 99_999 };
  await expect(run(good, small)).rejects.toThrow(/larger than the allowed 99999 bytes/);
  await server?.close();
  const chunked: Answer = (_request, response) => {
    response.write(BODY);
    response.end();
  };
  await expect(run(chunked, small)).rejects.toThrow(/larger than the allowed/);
});

it('stops at once when it is aborted, keeps what it has and says how to resume', async () => {
  const stop = new AbortController();
  const slow: Answer = (_request, response) => {
    response.writeHead(200, { etag: '"v1"', 'content-length': BODY.length });
    response.write(BODY.subarray(0, 20_000), () => setTimeout(() => stop.abort(), 50));
  };
  const patience = { ...PATIENCE, stallMs: 10_000 };
  await expect(run(slow, { signal: stop.signal, patience })).rejects.toMatchObject({ kind: 'interrupted' });
  expect((await readFile(join(temp, `f${count}.part`))).length).toBe(20_000);
});

it('names what is wrong when nobody answers', async () => {
  const gone = await serve(() => undefined);
  await gone.close();
  await expect(download(`${gone.url}/f`, join(temp, 'gone.part'), quick)).rejects.toThrow(/ECONNREFUSED/);
});
