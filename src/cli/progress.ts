import { Presets, SingleBar } from 'cli-progress';
import type { RunEvent } from '../benchmark/measure-suite.js';
import type { ObtainEvent } from '../catalog/obtain-event.js';

/** Shows what happens on stderr: a bar on a terminal, else a line now and then. */
export interface Progress {
  onEvent(event: RunEvent | ObtainEvent): void;
  end(): void;
}

/** Lines that are not a terminal's are written at most once in this many milliseconds. */
const LINE_EVERY = 10_000;

/** Progress for a command. With `quiet` only warnings and what was not measured are written. */
export function showProgress(quiet: boolean): Progress {
  const terminal = process.stderr.isTTY === true && !quiet;
  let bar: SingleBar | undefined;
  let lastLine = 0;

  function line(text: string, always = false): void {
    if (quiet && !always) return;
    end();
    process.stderr.write(`${text}\n`);
  }
  function step(what: string, done: number, total: number | undefined): void {
    if (quiet) return;
    if (terminal && total) {
      if (!bar) {
        bar = new SingleBar(
          { format: `${what} {bar} {percentage}% | {value}/{total} | {eta_formatted} left` },
          Presets.shades_classic,
        );
        bar.start(total, done);
      }
      bar.update(done);
      if (done >= total) end();
    } else if (!terminal && (Date.now() - lastLine > LINE_EVERY || done === total)) {
      lastLine = Date.now();
      process.stderr.write(`${what} ${done}${total ? ` of ${total}` : ''}\n`);
    }
  }
  function end(): void {
    bar?.stop();
    bar = undefined;
  }

  return {
    end,
    onEvent(event) {
      switch (event.kind) {
        case 'warning':
          return line(`Warning: ${event.message}`, true);
        case 'not-measured':
          return line(`Not measured: ${event.what}. ${event.detail}`, true);
        case 'download':
          return line(
            `Fetching ${event.file} from ${event.from}${event.bytes ? `, ${megabytes(event.bytes)}` : ''} ...`,
          );
        case 'progress':
          return step(event.file, event.received, event.total);
        case 'task':
          return line(`${event.title} on ${event.dataset}`);
        case 'extracting':
          return step('pictures', event.done, event.total);
        case 'comparing':
          return step(`comparisons, ${event.system}`, event.done, event.total);
      }
    },
  };
}

/** A listener for commands that only obtain files. */
export function obtainPrinter(quiet: boolean): (event: ObtainEvent) => void {
  const progress = showProgress(quiet);
  return (event) => progress.onEvent(event);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
