import { env, listSupportedBackends } from 'onnxruntime-node';

/** Version of the library that runs the networks. */
export function runtimeVersions(): Record<string, string> {
  return { 'onnxruntime-node': env.versions.node ?? env.versions.common };
}

/** What the build of that library can run networks on, such as "cpu" and "webgpu"; whether there is such a device is another matter. */
export function runtimeProviders(): string[] {
  return listSupportedBackends().map(({ name }) => name);
}
