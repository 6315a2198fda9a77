import { gemmModel } from '../comparison/gemm-graph.js';
import { messageOf } from '../files/errors.js';
import type { Check } from './check.js';

const MEND = 'install falsematch anew on this machine ("npm ci" in its folder, or "npm install falsematch")';

/** Runs a matrix product that everybody can check in their head. */
async function runTinyGraph(): Promise<readonly number[]> {
  const { openOnnx } = await import('../runtimes/onnx-runtime.js');
  const network = await openOnnx(gemmModel(), { name: 'A tiny graph' });
  try {
    const probes = { data: Float32Array.of(1, 2, 3, 4), dims: [2, 2] };
    const references = { data: Float32Array.of(5, 6, 7, 8), dims: [2, 2] };
    const { scores } = await network.run({ probes, references });
    return [...(scores?.data ?? [])];
  } finally {
    await network.release();
  }
}

export const onnxRuntime: Check = {
  name: 'onnxruntime',
  async look() {
    try {
      const { runtimeProviders, runtimeVersions } = await import('../runtimes/runtime-version.js');
      const scores = await runTinyGraph();
      const { 'onnxruntime-node': version } = runtimeVersions();
      const providers = runtimeProviders();
      const facts = { version, providers, scores };
      if (scores.join() !== '17,23,39,53') {
        const text = `${version} computes a product of small whole numbers wrongly: ${scores.join(', ')}`;
        return { state: 'failure', text, mend: `${MEND}; if that does not help, use another machine`, facts };
      }
      return {
        state: 'ok',
        text: `${version} runs a graph on cpu; its build has ${providers.join(', ')}; networks run on cpu unless --device names another`,
        facts,
      };
    } catch (thrown) {
      return {
        state: 'failure',
        text: `onnxruntime-node, which runs the networks, does not work: ${messageOf(thrown)}`,
        mend: MEND,
      };
    }
  },
};
