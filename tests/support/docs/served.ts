import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));
const PATIENCE = 15_000;

/** What a server that was started, asked for / and stopped has answered. */
export interface Served {
  readonly address: string;
  readonly status: number;
  readonly body: string;
}

/**
 * Starts `falsematch serve`, which does not end by itself, waits for the line with its address, asks for / and stops it.
 * Throws what it printed when it names no address.
 */
export async function askServer(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<Served> {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, ...env } });
  const ended = new Promise((resolve) => child.once('close', resolve));
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      const read = (chunk: Buffer) => {
        printed += chunk;
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (found) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('close', (code) => reject(new Error(`serve ended with ${code} and named no address: ${printed}`)));
      setTimeout(() => reject(new Error(`serve named no address: ${printed}`)), PATIENCE).unref();
    });
    const answer = await fetch(`${address}/`);
    return { address, status: answer.status, body: await answer.text() };
  } finally {
    child.kill('SIGINT');
    await ended;
  }
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
