import '../workers/no-telemetry.js';

import { createRequire } from 'node:module';
import { env, listSupportedBackends } from 'onnxruntime-node';

const require = createRequire(import.meta.url);

/** Versions of the libraries that run networks: onnxruntime, and TensorFlow.js where one of them is of its kind. */
export function runtimeVersions(tfjs = false): Record<string, string> {
  const onnx = { 'onnxruntime-node': env.versions.node ?? env.versions.common };
  return tfjs ? { ...onnx, ...tfjsVersions() } : onnx;
}

const TFJS_PACKAGES = ['@tensorflow/tfjs-backend-wasm', '@tensorflow/tfjs-converter', '@tensorflow/tfjs-core'];

function tfjsVersions(): Record<string, string> {
  return Object.fromEntries(
    TFJS_PACKAGES.map((name) => [name, (require(`${name}/package.json`) as { version: string }).version]),
  );
}

/** What the build of that library can run networks on, such as "cpu" and "webgpu"; whether there is such a device is another matter. */
export function runtimeProviders(): string[] {
  return listSupportedBackends().map(({ name }) => name);
}
