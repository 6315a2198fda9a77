import { env } from 'onnxruntime-node';

/** Version of the library that runs the networks. */
export function runtimeVersions(): Record<string, string> {
  return { 'onnxruntime-node': env.versions.node ?? env.versions.common };
}
