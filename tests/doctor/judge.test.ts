import { expect, it } from 'vitest';
import { judgeSpace } from '../../src/doctor/disk-space.js';
import { judgeMemory } from '../../src/doctor/memory.js';
import { judgeNode } from '../../src/doctor/node-version.js';

it.each([
  ['20.19.0', 'ok'],
  ['20.18.9', 'failure'],
  ['18.20.4', 'failure'],
  ['22.0.0', 'ok'],
  ['26.1.0', 'ok'],
])('Node.js %s: %s', (version, state) => {
  expect(judgeNode(version).state).toBe(state);
});

it.each([
  [8e9, 'ok'],
  [2e9, 'ok'],
  [1e9, 'warning'],
])('%s bytes of memory: %s', (bytes, state) => {
  expect(judgeMemory(bytes, bytes / 2).state).toBe(state);
});

it.each([
  [74e9, 'ok', '74 GB free for /home/x'],
  [2e9, 'ok', '2000 MB free for /home/x'],
  [1.9e9, 'warning', '1900 MB free for /home/x'],
  [1e6, 'failure', '1 MB free for /home/x'],
])('%s bytes of disk: %s', (bytes, state, text) => {
  expect(judgeSpace(bytes, '/home/x')).toMatchObject({ state, text });
});

it('whatever is not well says how to mend it', () => {
  for (const finding of [judgeNode('18.0.0'), judgeMemory(1e9, 1e9), judgeSpace(0, '/x')]) {
    expect(finding.mend).toBeTruthy();
  }
});
