import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openPool } from '../../src/workers/pool.js';

interface Task {
  readonly ask: string;
  readonly value: unknown;
}
interface Result {
  readonly value: unknown;
  readonly given: unknown;
}

function pool(workers: number) {
  const file = fileURLToPath(new URL('../fixtures/workers/tasks.mjs', import.meta.url));
  return openPool<Task, Result>({ file, handler: 'handle', workers, workerData: { shared: 7 } });
}

it('runs every task once, and gives each worker its data', async () => {
  const tasks = Array.from({ length: 50 }, (_, value) => ({ ask: 'echo', value }));
  const opened = pool(2);
  const seen: unknown[] = [];
  await opened.feed(tasks, {
    onResult: ({ value, given }) => {
      seen.push(value);
      expect(given).toEqual({ shared: 7 });
    },
  });
  await opened.close();
  expect(seen.sort((a, b) => Number(a) - Number(b))).toEqual(tasks.map(({ value }) => value));
});

it('holds back: never more than two tasks a worker are taken from the source ahead of the results', async () => {
  let taken = 0;
  let ended = 0;
  let most = 0;
  function* source(): Generator<Task> {
    for (let value = 0; value < 30; value++) {
      taken += 1;
      most = Math.max(most, taken - ended);
      yield { ask: 'echo', value };
    }
  }
  const opened = pool(2);
  await opened.feed(source(), {
    onResult: () => {
      ended += 1;
    },
  });
  await opened.close();
  expect(ended).toBe(30);
  expect(most).toBeLessThanOrEqual(5);
});

it('turns a worker that throws into one error, after the other tasks in hand have ended', async () => {
  const opened = pool(1);
  const run = opened.feed([{ ask: 'throw', value: 0 }], { onResult: () => {} });
  await expect(run).rejects.toThrow('A worker failed: this task always throws');
  await opened.close();
});

it('runs a task again once when its worker died', async () => {
  const marker = join(mkdtempSync(join(tmpdir(), 'falsematch-')), 'fell');
  const opened = pool(1);
  const seen: unknown[] = [];
  await opened.feed([{ ask: 'exit-once', value: marker }], { onResult: ({ value }) => void seen.push(value) });
  await opened.close();
  expect(seen).toEqual([marker]);
});

it('runs a task that threw again once only where that is asked for', async () => {
  const marker = () => join(mkdtempSync(join(tmpdir(), 'falsematch-')), 'fell');
  const opened = pool(1);
  const seen: unknown[] = [];
  const onResult = ({ value }: Result) => void seen.push(value);
  await expect(opened.feed([{ ask: 'throw-once', value: marker() }], { onResult })).rejects.toThrow('throws once');
  const second = marker();
  await opened.feed([{ ask: 'throw-once', value: second }], { onResult, again: true });
  await expect(opened.feed([{ ask: 'throw', value: 0 }], { onResult, again: true })).rejects.toThrow('always throws');
  await opened.close();
  expect(seen).toEqual([second]);
});

it('gives up with an error, and does not hang, when a worker dies of the same task twice', async () => {
  const opened = pool(1);
  const run = opened.feed([{ ask: 'exit', value: 0 }], { onResult: () => {} });
  await expect(run).rejects.toThrow('A worker failed');
  await opened.close();
});

it('stops feeding when aborted, awaits what runs and throws "interrupted"', async () => {
  const controller = new AbortController();
  const opened = pool(1);
  let ended = 0;
  const tasks = Array.from({ length: 100 }, () => ({ ask: 'wait', value: 20 }));
  const run = opened.feed(tasks, {
    signal: controller.signal,
    onResult: () => {
      ended += 1;
      if (ended === 3) controller.abort();
    },
  });
  await expect(run).rejects.toMatchObject({ kind: 'interrupted' });
  expect(ended).toBeGreaterThanOrEqual(3);
  expect(ended).toBeLessThan(10);
  await opened.close();
});

it('passes on an error of the one who takes the results', async () => {
  const opened = pool(1);
  const run = opened.feed([{ ask: 'echo', value: 1 }], {
    onResult: () => {
      throw new Error('the disk is full');
    },
  });
  await expect(run).rejects.toThrow('the disk is full');
  await opened.close();
});
