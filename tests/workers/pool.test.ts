import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openPool, type PoolOptions } from '../../src/workers/pool.js';

interface Task {
  readonly ask: string;
  readonly value: unknown;
}
interface Result {
  readonly value: unknown;
  readonly given: unknown;
  readonly prepared: number;
}

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/workers/${name}`, import.meta.url));

function pool(workers: number, options: Pick<PoolOptions, 'prepare' | 'maxHeapMb'> = {}) {
  const file = fixture('tasks.mjs');
  return openPool<Task, Result>({ file, handler: 'handle', workers, workerData: { shared: 7 }, ...options });
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

it('names the task that failed where it has a name', async () => {
  const opened = pool(1);
  const run = opened.feed([{ ask: 'throw', value: 3 }], { onResult: () => {}, nameOf: ({ value }) => `row ${value}` });
  await expect(run).rejects.toThrow('A worker failed on row 3: this task always throws');
  await opened.close();
});

it('has every worker make itself ready as it starts, once, before its first task', async () => {
  const opened = pool(2, { prepare: 'prepare' });
  const seen: number[] = [];
  const tasks = Array.from({ length: 6 }, () => ({ ask: 'wait', value: 5 }));
  await opened.feed(tasks, { onResult: ({ prepared }) => void seen.push(prepared) });
  await opened.close();
  expect(seen).toEqual([1, 1, 1, 1, 1, 1]);
});

it('closes without a task, and leaves no thread behind', async () => {
  const threads = () => process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;
  const before = threads();
  const opened = pool(2, { prepare: 'prepare' });
  await opened.close();
  await opened.close();
  expect(threads()).toBeLessThanOrEqual(before);
});

it.each(['prepareBadly', 'exitAtStart'])('runs tasks in spite of a start that fails by %s', async (prepare) => {
  const opened = pool(2, { prepare });
  const seen: unknown[] = [];
  const tasks = [1, 2, 3].map((value) => ({ ask: 'echo', value }));
  await opened.feed(tasks, { onResult: ({ value }) => void seen.push(value) });
  await opened.close();
  expect(seen.sort()).toEqual([1, 2, 3]);
});

it.each([undefined, 'prepare'])(
  'rejects, and does not hang, when the entry point itself fails, preparing by %s',
  async (prepare) => {
    const options = { file: fixture('broken.mjs'), handler: 'handle', workers: 2, workerData: null };
    const opened = openPool<Task, Result>({ ...options, ...(prepare ? { prepare } : {}) });
    const run = opened.feed(
      [1, 2, 3, 4, 5].map((value) => ({ ask: 'echo', value })),
      { onResult: () => {} },
    );
    await expect(run).rejects.toThrow('A worker failed');
    await opened.close();
  },
);

it('gives up with an error when a task needs more memory than a worker has', async () => {
  const opened = pool(1, { maxHeapMb: 24 });
  const run = opened.feed([{ ask: 'fill', value: 0 }], { onResult: () => {} });
  await expect(run).rejects.toThrow(/A worker failed.*memory limit/);
  await opened.close();
});
