/** What networks can be asked to run on, by the names of `--device`. */
export const DEVICES = ['cpu', 'cuda', 'webgpu', 'coreml', 'dml'] as const;
export type Device = (typeof DEVICES)[number];

export function isDevice(name: string): name is Device {
  return (DEVICES as readonly string[]).includes(name);
}
