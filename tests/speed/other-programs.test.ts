import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { otherCores, processorClocks } from '../../src/speed/other-programs.js';

const at = (now: number, busy: number, own: number) => ({ now, busy, own });

it('what was busy and not ours was theirs', () => {
  expect(otherCores(at(1000, 5000, 300), at(3000, 8000, 1300))).toBe(1);
});

it('clocks that tick at different times give no negative core', () => {
  expect(otherCores(at(0, 0, 0), at(100, 90, 100))).toBe(0);
});

it('nothing is said where it cannot be told', () => {
  expect(otherCores(undefined, at(1, 1, 1))).toBeUndefined();
  expect(otherCores(at(1, 1, 1), undefined)).toBeUndefined();
  expect(otherCores(at(1, 1, 1), at(1, 2, 2))).toBeUndefined();
});

it('the clocks of this machine go forward, and the work of another program is not ours', () => {
  const before = processorClocks();
  if (!before) return;
  execFileSync(process.execPath, ['-e', 'const end = Date.now() + 600; while (Date.now() < end);']);
  const after = processorClocks();
  if (!after) throw new Error('the clocks could be read before');
  expect(after.now).toBeGreaterThan(before.now);
  // On a busy machine it has a part of a core only.
  expect(after.busy - before.busy).toBeGreaterThan(after.own - before.own);
});
