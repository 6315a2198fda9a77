import { expect, it } from 'vitest';
import { placementText, uncheckedSentence } from '../../src/report/placement-text.js';
import type { SystemRecord } from '../../src/results/run-record.js';
import type { ModelRecord } from '../../src/results/system-record.js';

const model: ModelRecord = { name: 'net', sha256: 'a'.repeat(64), licence: 'MIT' };
const placed = (parity: 'passed' | 'failed' | 'not-checked', batch = 1): ModelRecord => ({
  ...model,
  placement: { device: 'webgpu', runsOn: ['webgpu', 'cpu'], batch, parity },
});

it('says nothing of what is usual, and everything of what is not', () => {
  expect(placementText(model)).toBe('');
  expect(placementText({ ...model, precision: 'int8' })).toBe(', int8');
  expect(placementText({ ...model, placement: { device: 'cpu', runsOn: ['tfjs-wasm'], batch: 1 } })).toBe(
    ', on tfjs-wasm',
  );
  expect(placementText({ ...placed('passed', 4), precision: 'float16' })).toBe(
    ', float16, on webgpu, the rest on cpu, 4 pictures a pass, near enough to the processor on reference pictures',
  );
  expect(placementText(placed('failed'))).toContain('NOT near enough');
});

it('marks a run by the models that did not pass', () => {
  const systemOf = (detector: ModelRecord, reader: ModelRecord) =>
    ({ name: 's', detector, reader }) as unknown as SystemRecord;
  expect(uncheckedSentence({ systems: [systemOf(model, placed('passed'))] })).toBeUndefined();
  expect(
    uncheckedSentence({ systems: [systemOf(placed('not-checked'), placed('not-checked')), systemOf(model, model)] }),
  ).toBe(
    'Not known to give what the processor gives: net on webgpu; "falsematch models check MODEL --device DEVICE" finds out.',
  );
});
