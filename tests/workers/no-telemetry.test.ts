import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// What onnxruntime gathers for its makers begins with files in the temporary folder.
it('a process that runs a network leaves nothing of usage data behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-telemetry-'));
  const { ORT_DISABLE_TELEMETRY: _, ...env } = process.env;
  const program = `
    const { openOnnx } = await import('#dist/runtimes/onnx-runtime.js');
    const { gemmModel } = await import('#dist/comparison/gemm-graph.js');
    const network = await openOnnx(gemmModel());
    await network.release();
    process.stdout.write(String(process.env.ORT_DISABLE_TELEMETRY));
  `;
  const args = ['--input-type=module', '--eval', program];
  const root = join(import.meta.dirname, '..', '..');
  expect(execFileSync(process.execPath, args, { cwd: root, env: { ...env, TMPDIR: folder }, encoding: 'utf8' })).toBe(
    '1',
  );
  expect(readdirSync(folder)).toEqual([]);
});
