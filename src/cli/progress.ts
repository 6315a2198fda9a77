import { SingleBar } from 'cli-progress';
import type { RunEvent } from '../benchmark/measure-suite.js';
import type { ObtainEvent } from '../catalog/obtain-event.js';
import { cutMiddle } from '../report/cut-middle.js';
import { oneLine } from '../report/format.js';
import type { SpeedEvent } from '../speed/speed-options.js';
import { type Begun, PROGRESS_WIDTH, paceOf, progressBar, progressLine, type Stage, stageOf } from './progress-text.js';

/** Shows what happens on stderr: a bar on a terminal, else a line now and then. */
export interface Progress {
  onEvent(event: RunEvent | SpeedEvent | ObtainEvent): void;
  end(): void;
}

/** Lines that are not a terminal's are written at most once in this many milliseconds. */
const LINE_EVERY = 10_000;

/** Progress for a command. With `quiet` only warnings and what was not measured are written. */
export function showProgress(quiet: boolean): Progress {
  const terminal = process.stderr.isTTY === true;
  const show = quiet ? undefined : terminal ? barOnTerminal() : linesNowAndThen();

  function line(text: string, always = false): void {
    if (quiet && !always) return;
    show?.end();
    process.stderr.write(`${oneLine(text)}\n`);
  }

  return {
    end: () => show?.end(),
    onEvent(event) {
      switch (event.kind) {
        case 'warning':
          return line(`Warning: ${event.message}`, true);
        case 'not-measured':
          return line(`Not measured: ${event.what}. ${event.detail}`, true);
        case 'smaller-batch': {
          const { model, batch } = event;
          return line(`Warning: memory ran out on the device; begun again with passes of ${batch} for ${model}.`, true);
        }
        case 'download':
          return line(
            `Fetching ${event.file} from ${event.from}${event.bytes ? `, ${(event.bytes / 1e6).toFixed(1)} MB` : ''} ...`,
          );
        case 'task':
          return line(cutMiddle(`${event.title} on ${event.dataset}`, PROGRESS_WIDTH));
        default: {
          const stage = stageOf(event);
          if (stage) show?.step(stage);
        }
      }
    },
  };
}

interface Shown {
  step(stage: Stage): void;
  end(): void;
}

/** Remembers where a stage was when it was first seen. */
function clock(): (stage: Stage, now: number) => Begun {
  let what: string | undefined;
  let begun: Begun = { at: 0, done: 0 };
  let last = 0;
  return (stage, now) => {
    // The same stage begins anew with the next task.
    if (stage.what !== what || stage.done < last) begun = { at: now, done: stage.done };
    what = stage.what;
    last = stage.done;
    return begun;
  };
}

/** One bar, which shows the stage at hand and is gone when that is done. */
function barOnTerminal(): Shown {
  const begin = clock();
  let bar: SingleBar | undefined;
  let shown: { stage: Stage; begun: Begun } | undefined;
  function end(): void {
    bar?.stop();
    bar = undefined;
  }
  return {
    end,
    step(stage) {
      shown = { stage, begun: begin(stage, Date.now()) };
      if (!bar) {
        bar = new SingleBar({
          format: () =>
            shown ? progressBar(shown.stage, paceOf(shown.stage, shown.begun, Date.now()), process.stderr.columns) : '',
          clearOnComplete: true,
        });
        bar.start(stage.total ?? 0, stage.done);
      }
      bar.setTotal(stage.total ?? stage.done);
      bar.update(stage.done);
      if (stage.total !== undefined && stage.done >= stage.total) end();
    },
  };
}

function linesNowAndThen(): Shown {
  const begin = clock();
  let last = Number.NEGATIVE_INFINITY;
  return {
    end() {},
    step(stage) {
      const now = Date.now();
      const begun = begin(stage, now);
      if (now - last < LINE_EVERY) return;
      last = now;
      process.stderr.write(`${progressLine(stage, paceOf(stage, begun, now))}\n`);
    },
  };
}

/** A listener for commands that only obtain files. */
export function obtainPrinter(quiet: boolean): (event: ObtainEvent) => void {
  const progress = showProgress(quiet);
  return (event) => progress.onEvent(event);
}
