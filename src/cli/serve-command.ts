import { messageOf } from '../files/errors.js';
import { serveRuns } from '../serve/serve-runs.js';
import { plain } from './print-table.js';

export interface ServeFlags {
  readonly port: number;
}

/** `falsematch serve`: shows the runs of a folder until Ctrl-C or a polite kill, which is how it ends well. */
export async function serveCommand(directory: string, { port }: ServeFlags): Promise<void> {
  const server = await serveRuns({
    directory,
    port,
    onProblem: (thrown) => process.stderr.write(`${plain(messageOf(thrown))}\n`),
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  process.stdout.write(`${server.url}\n`);
  process.stderr.write(`Showing the runs in ${plain(directory)}, read only, on this machine only. Ctrl-C ends it.\n`);
  await stopped;
  await server.close();
}
