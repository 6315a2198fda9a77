import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { runFfmpeg } from '../../../src/images/conditions/run-ffmpeg.js';
import { tempFolder } from '../../catalog/support/temp.js';

const temp = tempFolder();
afterEach(() => vi.unstubAllEnvs());

/** A program named ffmpeg that does this, alone on the PATH before the shell's own tools. */
function fake(script: string): void {
  writeFileSync(join(temp, 'ffmpeg'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${temp}:/usr/bin:/bin`);
}

const megabyte = new Uint8Array(1 << 20).fill(7);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.skipIf(process.platform === 'win32')('runFfmpeg', () => {
  it('gives everything to it and everything back', async () => {
    fake('cat; echo done >&2');
    const { stdout, stderr } = await runFfmpeg([], [megabyte, megabyte, new Uint8Array([1, 2])]);
    expect(stdout.length).toBe(2 * megabyte.length + 2);
    expect([...stdout.subarray(-3)]).toEqual([7, 1, 2]);
    expect(stderr).toBe('done\n');
  });

  it('does not mind that it reads only a part', async () => {
    fake('head -c 3');
    const { stdout } = await runFfmpeg(
      [],
      Array.from({ length: 8 }, () => megabyte),
    );
    expect([...stdout]).toEqual([7, 7, 7]);
  });

  it('says the last line of what it complains about', async () => {
    fake('echo first >&2; echo "Unknown encoder" >&2; exit 1');
    await expect(runFfmpeg([], [megabyte])).rejects.toMatchObject({
      name: 'FalsematchError',
      kind: 'unavailable',
      message: 'ffmpeg failed (exit code 1: Unknown encoder); see whether "ffmpeg -version" works.',
    });
  });

  it('says that a signal ended it', async () => {
    fake('kill -9 $$');
    await expect(runFfmpeg([])).rejects.toThrow('ffmpeg failed (exit code none: no reason given)');
  });

  it('stops one that hangs, even where a child of it holds the pipes', async () => {
    fake(`echo $$ > ${temp}/pid; sleep 3`);
    const started = performance.now();
    await expect(runFfmpeg([], [megabyte], { timeLimit: 300 })).rejects.toThrow(
      'ffmpeg did not end within 0.3 s and was stopped',
    );
    expect(performance.now() - started).toBeLessThan(2000);
    expect(isAlive(Number(readFileSync(join(temp, 'pid'), 'utf8')))).toBe(false);
  });

  it('stops it when it is interrupted, and does not start it after that', async () => {
    const file = join(temp, 'pid-interrupted');
    fake(`echo $$ > ${file}; exec sleep 3`);
    const abort = new AbortController();
    const run = runFfmpeg([], [], { signal: abort.signal });
    await vi.waitUntil(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n'));
    const pid = Number(readFileSync(file, 'utf8'));
    expect(isAlive(pid)).toBe(true);
    abort.abort();
    await expect(run).rejects.toMatchObject({ kind: 'interrupted' });
    expect(isAlive(pid)).toBe(false);
    fake(`echo > ${temp}/started`);
    await expect(runFfmpeg([], [], { signal: abort.signal })).rejects.toMatchObject({ kind: 'interrupted' });
    expect(existsSync(join(temp, 'started'))).toBe(false);
  });

  it('says how to install it where it is not there', async () => {
    vi.stubEnv('PATH', join(temp, 'nothing'));
    const install = { linux: 'apt-get', darwin: 'brew', win32: 'winget' }[process.platform as string];
    await expect(runFfmpeg([], [megabyte])).rejects.toMatchObject({
      kind: 'unavailable',
      message: `Video steps need the program ffmpeg, and it is not on the PATH; install it with "${install} install ffmpeg".`,
    });
  });

  it('uses the program that FALSEMATCH_FFMPEG names, and says when that is not there or is no program', async () => {
    fake('echo mine');
    vi.stubEnv('PATH', '/nothing');
    vi.stubEnv('FALSEMATCH_FFMPEG', join(temp, 'ffmpeg'));
    expect((await runFfmpeg([])).stdout.toString()).toBe('mine\n');
    vi.stubEnv('FALSEMATCH_FFMPEG', join(temp, 'none'));
    await expect(runFfmpeg([])).rejects.toThrow(`FALSEMATCH_FFMPEG names "${join(temp, 'none')}", which is not there`);
    vi.stubEnv('FALSEMATCH_FFMPEG', temp);
    await expect(runFfmpeg([])).rejects.toThrow(/failed \(spawn .* EACCES\)/);
  });
});
