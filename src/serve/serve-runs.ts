import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';
import { answer, sayPlainly } from './answer.js';
import { findRuns } from './find-runs.js';

/** What is served, and where. */
export interface ServeOptions {
  /** The folder whose runs are shown: run directories at most two levels down, or itself one. */
  readonly directory: string;
  /** Of this machine; 0 takes any that is free. Default: 4173. */
  readonly port?: number;
  /** Told of whatever went wrong while a request was answered. */
  readonly onProblem?: (problem: unknown) => void;
}

/** A server that is listening. */
export interface RunServer {
  /** "http://127.0.0.1:4173/" */
  readonly url: string;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';

export const DEFAULT_PORT = 4173;

/**
 * Shows the runs of a folder to browsers on this machine, and nobody else: read only, and only the files that a run
 * directory is known to have. The folder is read anew for every request. Throws where the folder cannot be listed and
 * where the port cannot be had.
 */
export async function serveRuns({ directory, port = DEFAULT_PORT, onProblem }: ServeOptions): Promise<RunServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new FalsematchError(
      `--port must be a whole number from 0 to 65535, and is ${port}; 0 takes any that is free.`,
    );
  }
  findRuns(directory);
  const server = createServer((request, response) => {
    const { port: listening } = server.address() as AddressInfo;
    answer(request, response, { directory, port: listening }).catch((thrown: unknown) => {
      if (isGone(thrown)) return;
      onProblem?.(thrown);
      fail(response, thrown);
    });
  });
  await listen(server, port);
  return {
    url: `http://${ADDRESS}:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Whether the reader went away before the end, which is no problem of the server. */
function isGone(thrown: unknown): boolean {
  return (
    codeOf(thrown) === 'ERR_STREAM_PREMATURE_CLOSE' || codeOf(thrown) === 'ECONNRESET' || codeOf(thrown) === 'EPIPE'
  );
}

function fail(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const why =
    thrown instanceof FalsematchError
      ? messageOf(thrown)
      : 'This could not be read; the server says why where it was started.';
  sayPlainly(response, 500, why);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(portProblem(cause, port)));
    server.listen(port, ADDRESS, resolve);
  });
}

function portProblem(cause: Error, port: number): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'something else listens there',
    EACCES: 'this user may not listen there',
  };
  const reason = reasons[codeOf(cause) ?? ''];
  if (!reason) return cause;
  return new FalsematchError(
    `Port ${port} cannot be had: ${reason}; choose another with --port, such as --port ${port > 1024 && port < 65_535 ? port + 1 : DEFAULT_PORT}, or --port 0 for any that is free.`,
    { cause },
  );
}
