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
  const own = versionOf(USERS_OWN);
  const versions = TFJS_PACKAGES.map((name) => [name, versionOf(name) ?? 'unknown']);
  return Object.fromEntries(own === undefined ? versions : [...versions, [USERS_OWN, own]]);
}

/** Used in place of WebAssembly where the user has installed it. */
const USERS_OWN = '@tensorflow/tfjs-node';

function versionOf(name: string): string | undefined {
  try {
    return (require(`${name}/package.json`) as { version: string }).version;
  } catch {
    return undefined;
  }
}

/** What the build of that library can run networks on, such as "cpu" and "webgpu"; whether there is such a device is another matter. */
export function runtimeProviders(): string[] {
  return listSupportedBackends().map(({ name }) => name);
}
