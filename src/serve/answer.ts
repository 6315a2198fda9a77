import { open } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { contentType } from './content-type.js';
import { findRuns } from './find-runs.js';
import { COMMON_HEADERS, filePolicy, ownPolicy, PLAIN_POLICY } from './headers.js';
import { indexPage, STYLE_HASH } from './index-page.js';
import { type RunPath, runPathOf, segmentsOf } from './run-path.js';
import { shownRun } from './shown-run.js';

/** Whom the server answers, and with what. */
export interface Served {
  readonly directory: string;
  /** The port that it listens on. */
  readonly port: number;
}

/** Answers one request: the list of runs, a file of a run, or a sentence why not. */
export async function answer(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  for (const [name, value] of Object.entries(COMMON_HEADERS)) response.setHeader(name, value);
  if (!isOwnHost(request.headers.host, served.port)) {
    return sayPlainly(response, 421, `This server answers to localhost:${served.port} only.`);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sayPlainly(response, 405, 'This server only reads: GET and HEAD.');
  }
  const target = request.url ?? '';
  if (/^\/(\?|$)/.test(target)) {
    const runs = await Promise.all(findRuns(served.directory).map(shownRun));
    response.setHeader('Content-Security-Policy', ownPolicy(STYLE_HASH));
    return send(response, 200, contentType('index.html'), indexPage(runs));
  }
  const segments = segmentsOf(target);
  const found = segments && (await runPathOf(segments, findRuns(served.directory)));
  if (!found) return sayPlainly(response, 404, 'There is no such file of a run here; the list of runs is at /.');
  return sendFile(request, response, found);
}

/** Answers with one sentence. */
export function sayPlainly(response: ServerResponse, status: number, text: string): void {
  response.setHeader('Content-Security-Policy', PLAIN_POLICY);
  send(response, status, 'text/plain; charset=utf-8', `${text}\n`);
}

/** A page from elsewhere may have its own name lead to this machine; what it then asks bears that name. */
function isOwnHost(host: string | undefined, port: number): boolean {
  const names = ['127.0.0.1', 'localhost', '[::1]'];
  return names.some((name) => host?.toLowerCase() === `${name}:${port}` || (port === 80 && host === name));
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  const bytes = Buffer.from(text);
  // Node leaves the body out by itself where the request was HEAD.
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
}

async function sendFile(request: IncomingMessage, response: ServerResponse, { path, file }: RunPath): Promise<void> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    response.writeHead(200, {
      'Content-Type': contentType(path),
      'Content-Length': size,
      'Content-Security-Policy': filePolicy(path),
    });
    if (request.method === 'HEAD' || size === 0) response.end();
    else await pipeline(handle.createReadStream({ autoClose: false, end: size - 1 }), response);
  } finally {
    await handle.close();
  }
}
